/* Reads the static index below `search/`: see generator/outputs/search/index.py for its files. */

import { cut, distance } from "./text.js"

const LEVELS = 16, TELLING = 0.8, SLOTS = 1024, UNDATED = 2 ** 24
export const PARTS = { about: ["kind", "storyline", "topic", "status"], places: ["place"], actors: ["actor"] }
export const GROUPS = ["kind", "storyline", "year", "topic", "status", "place", "actor"]
const encoder = new TextEncoder(), decoder = new TextDecoder()

function crc32(text) {
  let sum = -1
  for (const byte of encoder.encode(text)) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1))
  }
  return ~sum >>> 0
}

function reader(bytes) {
  let at = 0
  return {
    more: () => at < bytes.length,
    number() {
      let value = 0, scale = 1, byte
      do {
        byte = bytes[at++]
        value += (byte & 127) * scale
        scale *= 128
      } while (byte > 127)
      return value
    },
    take: length => bytes.subarray(at, at += length),
  }
}

const yearOf = number => number < UNDATED ? "" : String(new Date((Math.floor(number / SLOTS) - 719163) * 864e5).getUTCFullYear())
const common = (one, other) => other.size - one.size || one.word.length - other.word.length || (one.word < other.word ? -1 : 1)

/* The engine: `load(path, kind)` brings a file below `search/` as "json", "text" or "bytes"; what it brought is kept. */
export function engine(load) {
  const kept = new Map()
  const get = (path, kind) => {
    if (!kept.has(path)) {
      const loading = load(path, kind)
      kept.set(path, loading)
      loading.catch(() => kept.delete(path))
    }
    return kept.get(path)
  }
  const about = () => get("index.json", "json")
  const record = number => get(`records/${number.toString(16)}.json`, "json")

  async function vocabulary(starts) {
    const { words } = await about()
    const files = new Set(starts.map(start => crc32(start) % words))
    const texts = await Promise.all([...files].map(file => get(`words/${file.toString(16)}.txt`, "text")))
    const found = []
    for (const text of texts) {
      let word = ""
      for (const line of text.split("\n")) {
        if (line.length < 3) continue
        word = word.slice(0, parseInt(line[0], 36)) + line.slice(2)
        found.push({ word, size: parseInt(line[1], 36) })
      }
    }
    return found
  }

  function near(typed, words, open) {
    const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2
    if (!most) return []
    const found = words.map(entry => {
      const whole = distance(typed, entry.word, most), start = open ? distance(typed, entry.word, most, true) : Infinity
      return { ...entry, off: Math.min(whole, start + 0.5) }
    })
    const good = found.filter(entry => entry.off < Infinity).sort((one, other) => one.off - other.off || common(one, other))
    return good.filter(entry => entry.off < good[0].off + 1).slice(0, 4)
      .map(entry => ({ ...entry, part: 0.4 / (0.5 + entry.off), typo: true }))
  }

  /* The words of the index that a typed word may mean, each with the part of its weight that counts. An open word is still
     being typed: it may be the start of one. Any other may have an ending. */
  async function meant(typed, open) {
    const [first, second, third] = typed
    const words = await vocabulary([(first || "") + (second || "")])
    const longest = open ? Infinity : typed.length + 2
    const begins = !second ? [] : words.filter(({ word }) => word.startsWith(typed) && word !== typed && word.length <= longest)
    const found = begins.sort(common).slice(0, open ? 6 : 2).map(entry => ({ ...entry, part: 0.8 * typed.length / entry.word.length }))
    const exact = words.find(({ word }) => word === typed)
    if (exact) found.unshift({ ...exact, part: 1 })
    if (found.length || typed.length < 4) return found
    const likely = near(typed, words, open)
    if (likely.length) return likely
    const { letters } = await about()
    const starts = [...letters].flatMap(letter => [first + letter, letter + second, letter + first])
    return near(typed, await vocabulary([...starts, second + third, second + first]), open)
  }

  /* The records that hold a word, with the word's weight in each. */
  async function holding(word) {
    const { found } = await about()
    const file = reader(await get(`found/${(crc32(word) % found).toString(16)}.bin`, "bytes")), weights = new Map()
    while (file.more()) {
      const length = file.number(), amount = file.number(), size = file.number()
      const name = decoder.decode(file.take(length)), data = reader(file.take(size))
      if (name !== word) continue
      for (let left = amount, number = 0; left > 0; left--) {
        const value = data.number()
        number += Math.floor(value / LEVELS)
        weights.set(number, 2 ** (value % LEVELS / 3.5))
      }
    }
    return weights
  }

  /* What the records of some groups belong to: for each number its values, as [group, id, name]. */
  async function facets(part) {
    const { facets: files } = await about()
    const found = new Map()
    const all = await Promise.all(Array.from({ length: files }, (_, at) => get(`facets/${part}-${at.toString(16)}.bin`, "bytes")))
    for (const bytes of all) {
      const file = reader(bytes)
      const values = JSON.parse(decoder.decode(file.take(file.number())))
      for (let number = 0; file.more();) {
        number += file.number()
        const own = []
        for (let left = file.number(), at = 0; left > 0; left--) own.push(values[at += file.number()])
        found.set(number, own)
      }
    }
    return found
  }

  /* The numbers of the records that have all words (a word that nearly all records have is not asked for beside others), the best first; of those that have some, where none has all. */
  async function find(query) {
    const typed = [...new Set(cut(query, true))].slice(0, 12), last = cut(query.trim().split(/\s/).pop() || "", true).pop()
    const open = word => word === last && /[\p{L}\p{N}\p{M}]$/u.test(query)
    const { records } = await about()
    const all = await Promise.all(typed.map(async word => ({ typed: word, means: await meant(word, open(word)) })))
    const telling = all.filter(({ means }) => !means.some(({ size, part }) => part === 1 && 2 ** (size / 2) > records * TELLING))
    const words = await Promise.all((telling.length ? telling : all).map(async ({ means }) => {
      const best = new Map(), lists = await Promise.all(means.map(({ word }) => holding(word)))
      lists.forEach((list, at) => list.forEach((weight, number) => {
        best.set(number, Math.max(best.get(number) || 0, weight * means[at].part))
      }))
      return { best, rare: Math.log(1 + records / best.size) }
    }))
    const sums = new Map()
    for (const { best, rare } of words)
      for (const [number, weight] of best) {
        const sum = sums.get(number) || { weight: 0, words: 0 }
        sums.set(number, { weight: sum.weight + weight * rare, words: sum.words + 1 })
      }
    const most = Math.max(0, ...[...sums.values()].map(sum => sum.words))
    const numbers = [...sums.keys()].filter(number => sums.get(number).words === most)
    const rank = number => Math.round(sums.get(number).weight * 10)
    numbers.sort((one, other) => rank(other) - rank(one) || other - one)
    return { numbers, whole: most === words.length, words: all }
  }

  /* What of the found records fits all filters, and for each group how many there are of each value beside the group's own
     filter. `filters`: sets of ids by group. `parts`: the files to read. */
  async function narrow(numbers, filters, parts) {
    const tables = await Promise.all(parts.map(facets))
    const chosen = GROUPS.filter(group => filters[group] && filters[group].size)
    const all = numbers || [...tables[0].keys()].sort((one, other) => other - one)
    const counts = Object.fromEntries(GROUPS.map(group => [group, new Map()])), fitting = []
    for (const number of all) {
      const own = tables.flatMap(table => table.get(number) || []), year = yearOf(number)
      if (year) own.push(["year", year, year])
      const missed = chosen.filter(group => !own.some(([name, id]) => name === group && filters[group].has(id)))
      if (!missed.length) fitting.push(number)
      if (missed.length > 1) continue
      for (const [group, id, name] of own) {
        if (missed.length && missed[0] !== group) continue
        const count = counts[group].get(id) || { id, name, amount: 0 }
        count.amount++
        counts[group].set(id, count)
      }
    }
    return { numbers: fitting, counts }
  }

  return { about, record, find, narrow }
}
