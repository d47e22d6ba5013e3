/* Suggestions below the field in the masthead, as a combobox with a listbox (WAI-ARIA). */

import { base, later, make, newest, search, shown, wordsOf } from "./site.js"
import { marked } from "./text.js"

const masthead = document.querySelector("[data-search=masthead]")
const field = masthead.querySelector("[name=q]"), list = masthead.querySelector("[role=listbox]")
let active = -1, pressed = null

const close = () => {
  list.hidden = true
  active = -1
  field.setAttribute("aria-expanded", "false")
  field.removeAttribute("aria-activedescendant")
}
const go = option => { location.href = new URL(option.dataset.address, base) }
const suggest = newest(async old => {
  const query = field.value
  if (query.trim().length < 2) return close()
  const found = await search.find(query), means = wordsOf(found)
  const records = await Promise.all(found.numbers.slice(0, 6).map(number => search.record(number)))
  if (old() || field.value !== query || document.activeElement !== field) return
  list.replaceChildren(...records.map((record, at) => make("li",
    { role: "option", id: `${list.id}-${at}`, "aria-selected": "false", "data-address": record.address, lang: record.language, dir: "auto" },
    make("span", { class: "search-title" }, ...shown(marked(record.title, means))),
    " ", make("span", { class: "search-when" }, record.when || record.kind))))
  if (!records.length) return close()
  list.hidden = false
  active = -1
  field.removeAttribute("aria-activedescendant")
  field.setAttribute("aria-expanded", "true")
}, close)
const choose = step => {
  const options = [...list.children], places = options.length + 1 // one is the field itself
  active = (active + 1 + step + places) % places - 1
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)))
  if (active < 0) return field.removeAttribute("aria-activedescendant")
  field.setAttribute("aria-activedescendant", options[active].id)
  options[active].scrollIntoView({ block: "nearest" })
}

field.addEventListener("input", later(suggest))
field.addEventListener("keydown", event => {
  if (event.isComposing) return
  if (event.key === "Escape") {
    if (list.hidden) field.value = ""
    close()
  } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) choose(event.key === "ArrowDown" ? 1 : -1)
  else if (!list.hidden && event.key === "Enter" && active >= 0) go(list.children[active])
  else return
  event.preventDefault()
})
list.addEventListener("mousedown", event => {
  pressed = event.target.closest("[role=option]") // others may take its place before it is let go
  event.preventDefault()
})
list.addEventListener("click", event => {
  const option = event.target.closest("[role=option]") || pressed
  if (option) go(option)
})
field.addEventListener("blur", close)

// A field of the type `search` may be no combobox.
const role = { type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id }
for (const [name, value] of Object.entries(role)) field.setAttribute(name, value)
search.about().catch(() => {})
if (field.value) suggest()
