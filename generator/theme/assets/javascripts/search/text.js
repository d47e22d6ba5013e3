/* Words, folded as generator/outputs/search/folding.py folds them. */

const LONGEST = 32
const LETTERS = { æ: "ae", œ: "oe", ß: "ss", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ŋ: "ng", ı: "i", ə: "e", ς: "σ" }
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}"
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu"), IS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u")

export const fold = text => text.normalize("NFKD").toLowerCase().replace(MARKS, "")
  .replace(/[æœßøđðþłħŋıəς]/g, letter => LETTERS[letter]).normalize("NFC")

/* The words of a text; `typed`: pairs of letters alone where a script has no spaces, as one letter says less. */
export function cut(text, typed) {
  const found = []
  const runs = (text.match(WORD) || []).flatMap(run => fold(run).match(WORD) || [])
  for (const run of runs)
    for (const part of run.match(RUNS)) {
      const letters = [...part]
      if (!IS_UNSPACED.test(part)) found.push(letters.slice(0, LONGEST).join(""))
      else {
        if (!typed || letters.length < 2) found.push(...letters)
        for (let at = 0; at + 1 < letters.length; at++) found.push(letters[at] + letters[at + 1])
      }
    }
  return found.filter(word => !/^[a-z]$/.test(word))
}

/* The fewest letters to change, add, leave out or swap between two words (optimal string alignment); more than `most` is
   Infinity. `start`: whether the second word may go on. */
export function distance(typed, word, most, start) {
  if (typed.length - word.length > most || (!start && word.length - typed.length > most)) return Infinity
  const wide = Math.min(word.length, typed.length + most)
  let before = [], row = Array.from({ length: wide + 1 }, (_, at) => at)
  for (let i = 1; i <= typed.length; i++) {
    const next = [i]
    for (let j = 1; j <= wide; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (typed[i - 1] !== word[j - 1]))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    if (Math.min(...next) > most) return Infinity
    before = row
    row = next
  }
  const least = start ? Math.min(...row) : row[word.length]
  return least <= most ? least : Infinity
}

/* Marks: the pieces of a text, each with whether it is one of the words that were found. */
export function marked(text, means) {
  const pieces = [], unspaced = means.filter(word => IS_UNSPACED.test(word)), wanted = new Set(means)
  let done = 0
  const add = (start, end, hit) => { if (end > start) pieces.push({ text: text.slice(start, end), hit }) }
  for (const { 0: run, index } of text.matchAll(WORD)) {
    const folded = fold(run)
    if (wanted.has(folded.slice(0, LONGEST))) {
      add(done, index, false)
      add(index, done = index + run.length, true)
    } else if (folded.length === run.length)
      for (let at = 0; at < run.length; at++) {
        const word = unspaced.find(word => folded.startsWith(word, at))
        if (!word || index + at + word.length <= done) continue
        add(done, Math.max(done, index + at), false)
        add(Math.max(done, index + at), index + at + word.length, true)
        done = index + at + word.length
      }
  }
  add(done, text.length, false)
  return pieces
}

/* The piece of a line that shows the most of the words that were found; none where there is none. */
export function excerpt(text, means, length = 220) {
  const hits = []
  let at = 0
  for (const { text: piece, hit } of marked(text, means)) {
    if (hit) hits.push({ at, end: at + piece.length, word: fold(piece) })
    at += piece.length
  }
  if (!hits.length) return []
  let best = hits[0], most = 0
  for (const hit of hits) {
    const words = new Set(hits.filter(other => other.at >= hit.at && other.end <= hit.at + length - 60 && !text.slice(hit.at, other.at).includes("\n")).map(({ word }) => word)).size
    if (words > most) [best, most] = [hit, words]
  }
  const first = text.lastIndexOf("\n", best.at) + 1, last = (text.indexOf("\n", best.at) + 1 || text.length + 1) - 1
  const start = best.at - 60 <= first ? first : text.indexOf(" ", best.at - 60) + 1
  const stop = start + length >= last ? last : Math.max(best.end, text.lastIndexOf(" ", start + length))
  const dots = (at, end) => at === end ? [] : [{ text: "…" }]
  return [...dots(start, first), ...marked(text.slice(start, stop), means), ...dots(stop, last)]
}
