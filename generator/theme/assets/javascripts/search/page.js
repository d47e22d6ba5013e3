/* The page of the search: results and filters, both in the address, so that a search can be linked and gone back to. */

import { GROUPS, PARTS } from "./engine.js"
import { base, later, make, newest, plural, put, search, shown, wordsOf } from "./site.js"
import { excerpt, marked } from "./text.js"

const page = document.querySelector("[data-search=page]")
const field = page.querySelector("[name=q]"), status = page.querySelector("[role=status]")
const list = page.querySelector("ol"), more = page.querySelector("[data-search=more]"), panel = page.querySelector("[data-search=filters]")
const note = page.querySelector("[data-search=note]"), groups = page.querySelector("[data-search=groups]"), clear = page.querySelector("[data-search=clear]")
const opened = new Set(), whole = new Set()
let filters = {}, waiting = []

const read = () => {
  const given = new URLSearchParams(location.search)
  field.value = given.get("q") || ""
  filters = Object.fromEntries(GROUPS.map(group => [group, new Set(given.getAll(group))]))
}
const write = how => {
  const now = new URLSearchParams()
  if (field.value.trim()) now.set("q", field.value.trim())
  for (const group of GROUPS) for (const id of filters[group]) now.append(group, id)
  const address = `${location.pathname}${String(now) && `?${now}`}`
  if (address !== location.pathname + location.search) history[how](null, "", address)
}

const item = (record, means) => make("li", { lang: record.language, dir: "auto" },
  make("h2", {}, make("a", { href: new URL(record.address, base).href }, ...shown(marked(record.title, means)))),
  make("p", { class: "search-when" }, [record.kind, record.when].filter(Boolean).join(" · ")),
  make("p", { class: "search-summary" }, ...shown(marked(record.summary || "", means))),
  ...[excerpt(record.text || "", means)].filter(pieces => pieces.length).map(pieces => make("p", { class: "search-excerpt" }, ...shown(pieces))))

async function show(numbers, means, old) {
  const records = await Promise.all(numbers.slice(0, 10).map(number => search.record(number).catch(() => null)))
  if (old()) return
  list.append(...records.filter(Boolean).map(record => item(record, means)))
  waiting = numbers.slice(10)
  more.hidden = !waiting.length
  more.onclick = async () => {
    const at = list.children.length
    await show(waiting, means, old)
    list.children[at]?.querySelector("a").focus()
  }
}

function fill(counts, say) {
  const focused = document.activeElement?.id
  groups.replaceChildren(...GROUPS.map(group => {
    const lazy = group === "place" || group === "actor"
    const values = [...counts[group].values()].filter(value => value.name)
    for (const id of filters[group]) if (!counts[group].has(id)) values.push({ id, name: id, amount: 0 })
    if (group === "year") values.sort((one, other) => other.id - one.id)
    else values.sort((one, other) => other.amount - one.amount || (one.name < other.name ? -1 : 1))
    if (!values.length && !lazy) return ""
    const first = whole.has(group) ? values : values.filter((value, at) => at < 8 || filters[group].has(value.id))
    const boxes = first.map(({ id, name, amount }) => {
      const own = `search-${group}-${id}`
      const box = make("input", { type: "checkbox", id: own, name: group, value: id })
      box.checked = filters[group].has(id)
      return make("div", { class: "search-value" }, box, make("label", { for: own, dir: "auto" }, name), make("span", { class: "search-amount" }, String(amount)))
    })
    if (first.length < values.length) {
      const rest = make("button", { type: "button", id: `search-all-${group}` }, put(say.all, { num: values.length }))
      rest.addEventListener("click", () => {
        whole.add(group)
        run()
      })
      boxes.push(rest)
    }
    const title = say.groups[group]
    if (!lazy) return make("fieldset", {}, make("legend", {}, title), ...boxes)
    const details = make("details", {}, make("summary", { id: `search-open-${group}` }, title), make("fieldset", { "aria-label": title }, ...boxes))
    details.open = opened.has(group) || filters[group].size > 0
    details.addEventListener("toggle", () => {
      if (details.open === opened.has(group)) return
      if (details.open) opened.add(group)
      else opened.delete(group)
      if (details.open && !boxes.length) run()
    })
    return details
  }))
  if (focused) (document.getElementById(focused) || field).focus()
}

const run = newest(async old => {
  const query = field.value.trim(), chosen = GROUPS.some(group => filters[group].size)
  const { say } = await search.about()
  const found = query ? await search.find(field.value) : null
  const wanted = { about: true, places: opened.has("place") || filters.place.size, actors: opened.has("actor") || filters.actor.size }
  const parts = Object.keys(PARTS).filter(part => wanted[part])
  const { numbers, counts } = query || chosen ? await search.narrow(found && found.numbers, filters, parts) : { numbers: [], counts: null }
  if (old()) return
  list.replaceChildren()
  more.hidden = true
  clear.hidden = !chosen
  clear.textContent = say.clear
  more.textContent = say.more
  panel.hidden = !counts || !(found ? found.numbers.length : numbers.length)
  if (counts) fill(counts, say)
  const typos = found ? found.words.filter(({ means }) => means.some(({ typo }) => typo)) : []
  const notes = typos.map(({ typed, means }) => put(say.instead, { typed, words: means.map(({ word }) => word).join(", ") }))
  if (numbers.length && found && !found.whole) notes.push(say.some)
  note.textContent = notes.join(" ")
  status.textContent = !query && !chosen ? "" : numbers.length ? plural(say, numbers.length) : put(say.none, { query })
  await show(numbers, found ? wordsOf(found) : [], old)
}, () => { status.textContent = page.dataset.failed })

panel.open = matchMedia("(min-width: 74rem)").matches
page.hidden = false
document.querySelector("[data-search=without]").hidden = true
const typed = field.value // by who did not wait for this script
read()
if (typed) {
  field.value = typed
  write("replaceState")
}
// Who comes from the field in the masthead goes on with the arrow keys, as the hint says.
if (field.value && document.activeElement === document.body) field.focus({ preventScroll: true })
run()
const typing = later(() => {
  write("replaceState")
  run()
})
field.addEventListener("input", typing)
page.addEventListener("submit", event => {
  event.preventDefault()
  write("pushState")
  run()
})
page.addEventListener("change", event => {
  const { type, name, value, checked } = event.target
  if (type !== "checkbox") return
  if (checked) filters[name].add(value)
  else filters[name].delete(value)
  write("pushState")
  run()
})
clear.addEventListener("click", () => {
  for (const group of GROUPS) filters[group].clear()
  write("pushState")
  run()
  field.focus()
})
addEventListener("popstate", () => {
  read()
  run()
})
page.addEventListener("keydown", event => {
  if (event.isComposing) return
  const links = [...list.querySelectorAll("h2 a")], at = links.indexOf(document.activeElement)
  const inField = document.activeElement === field
  if (event.key === "Escape" && (inField || at >= 0)) {
    if (inField) {
      field.value = ""
      write("pushState")
      run()
    }
    field.focus()
  } else if (event.key === "ArrowDown" && (inField || at >= 0)) links[Math.min(at + 1, links.length - 1)]?.focus()
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || field).focus()
  else return
  event.preventDefault()
})
