/* What the masthead and the page of the search share: the index of this site, and how results are said and shown. */

import { engine } from "./engine.js"

export const base = new URL("../../../", import.meta.url)
export const search = engine(async (path, kind) => {
  const answer = await fetch(new URL(`search/${path}`, base))
  if (!answer.ok) throw new Error(`${answer.status} ${path}`)
  return kind === "json" ? answer.json() : kind === "text" ? answer.text() : new Uint8Array(await answer.arrayBuffer())
})

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== "" && value !== undefined) element.setAttribute(name, value)
  element.append(...children)
  return element
}

export const put = (message, values) => message.replace(/%\((\w+)\)s/g, (_, name) => values[name])
export const shown = pieces => pieces.map(({ text, hit }) => hit ? make("mark", {}, text) : text)
export const wordsOf = found => found.words.flatMap(({ means }) => means.map(({ word }) => word))
export const plural = (say, amount) => {
  const forms = say.found, form = new Intl.PluralRules(say.language).select(amount)
  return put(forms[form] || forms.other, { num: new Intl.NumberFormat(say.language).format(amount) })
}

/* Runs the newest call alone: what an older one brings later is dropped. */
export function newest(work, failed) {
  let latest = 0
  return async (...values) => {
    const own = ++latest
    try {
      await work(() => own !== latest, ...values)
    } catch (error) {
      if (own === latest) failed(error)
    }
  }
}

export function later(work, wait = 120) {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(work, wait)
  }
}
