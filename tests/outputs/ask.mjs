/* Asks an index on disk with the very script of the browser. In: {script, folder, questions}; out: an answer for each question. */

import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const { script, folder, questions } = JSON.parse(await new Promise(done => {
  let text = ""
  process.stdin.on("data", data => { text += data }).on("end", () => done(text))
}))
const { engine } = await import(pathToFileURL(join(script, "engine.js")))
const { cut, excerpt, fold } = await import(pathToFileURL(join(script, "text.js")))

async function answer({ query, filters = {}, parts = ["about"], words }) {
  if (words) return { words: cut(words), folded: fold(words) }
  const read = []
  const search = engine(async (path, kind) => {
    const bytes = await readFile(join(folder, path))
    read.push(path)
    return kind === "bytes" ? new Uint8Array(bytes) : kind === "text" ? bytes.toString() : JSON.parse(bytes.toString())
  })
  const sets = Object.fromEntries(Object.entries(filters).map(([group, ids]) => [group, new Set(ids)]))
  const found = query ? await search.find(query) : null
  const { numbers, counts } = await search.narrow(found && found.numbers, sets, parts)
  const records = await Promise.all(numbers.slice(0, 10).map(number => search.record(number)))
  const means = found ? found.words.flatMap(({ means }) => means.map(({ word }) => word)) : []
  return {
    titles: records.map(({ title }) => title),
    excerpts: records.map(({ text }) => excerpt(text || "", means).map(({ text, hit }) => hit ? `[${text}]` : text).join("")),
    whole: found && found.whole,
    means,
    amount: numbers.length,
    counts: Object.fromEntries(Object.entries(counts).map(([group, map]) =>
      [group, Object.fromEntries([...map.values()].map(({ id, amount }) => [id, amount]))])),
    read,
  }
}

const answers = []
for (const question of questions) answers.push(await answer(question))
process.stdout.write(JSON.stringify(answers))
