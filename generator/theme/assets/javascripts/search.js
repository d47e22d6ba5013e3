/* The search begins here, on every page, and loads the rest when a reader goes to a field of it. `/`, or Ctrl or Command with K,
   leads there. Nothing that a reader types leaves the device, but for the names of the files of the index that it leads to. */

const masthead = document.querySelector("[data-search=masthead]"), page = document.querySelector("[data-search=page]")
const fieldOf = form => form && form.querySelector("[name=q]")

if (page) import("./search/page.js")
if (masthead) {
  const load = () => import("./search/masthead.js")
  if (document.activeElement === fieldOf(masthead)) load()
  else fieldOf(masthead).addEventListener("focus", load, { once: true })
}

addEventListener("keydown", event => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")
  const key = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (!key && !(event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing)) return
  const field = fieldOf(page) || fieldOf(masthead)
  if (!field || (typing && typing !== field)) return
  event.preventDefault()
  field.focus()
  field.select()
})
