import { ASK, asks, type Folding } from './text-folding.ts'
import { MASK } from './text-mask.ts'

const ZERO = 0x30
const SPACE = 0x20
const SLASH = 0x2f
const DOT = 0x2e
const W = 0x77

const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff

/** Where `http:/` or `https:/` begins that ends the first n units; 0 when none does. */
function schemeBefore(out: Uint16Array, n: number): number {
  if (out[n - 1] !== SLASH || out[n - 2] !== 0x3a) return 0
  const p = out[n - 3] === 0x73 ? n - 4 : n - 3
  return out[p] === 0x70 && out[p - 1] === 0x74 && out[p - 2] === 0x74 && out[p - 3] === 0x68 ? p - 3 : 0
}

/** Where an address begins that `unit` completes as `http://` or `www.`; 0 when none does. */
function addressBefore(unit: number, out: Uint16Array, n: number): number {
  if (unit === SLASH) return schemeBefore(out, n)
  return out[n - 1] === W && out[n - 2] === W && out[n - 3] === W ? n - 3 : 0
}

/** Where the code of a place such as `a3` in a3区 begins that ends the first n units; 0 when none does. */
function placeBefore(out: Uint16Array, n: number): number {
  let at = n - 1
  while (out[at] === ZERO) at--
  return isLatin(out[at]!) && !isLatin(out[at - 1]!) ? at : 0
}

/** Writes one more of a kind unless three stand there already. */
function put(unit: number, out: Uint16Array, n: number): number {
  if (out[n - 1] === unit && out[n - 2] === unit && out[n - 3] === unit) return n
  out[n] = unit
  return n + 1
}

function putPair(high: number, low: number, out: Uint16Array, n: number): number {
  let same = n - 1
  while (out[same] === low && out[same - 1] === high && n - same < 7) same -= 2
  if (n - same >= 7) return n
  out[n] = high
  out[n + 1] = low
  return n + 2
}

/** A mark melts into what stands before it, as it would by NFC; so nothing has to be composed beforehand. */
function putMark(unit: number, isLoose: boolean, out: Uint16Array, n: number, join: Folding['join']): number {
  const one = join(out[n - 1]!, unit)
  if (one > 0) return put(one, out, n - 1)
  return isLoose ? n : put(unit, out, n)
}

/** Does what an entry of ASK asks for; `unit` is the one that was looked up. Returns how many units there are then. */
function react(entry: number, unit: number, out: Uint16Array, n: number, join: Folding['join']): number {
  switch (entry) {
    case ASK.space:
      if (out[n - 1] === SPACE || n === 1) return n
      out[n] = SPACE
      return n + 1
    case ASK.digit:
      return put(ZERO, out, n)
    case ASK.slash:
    case ASK.dot: {
      const mark = entry === ASK.slash ? SLASH : DOT
      const address = addressBefore(mark, out, n)
      return address > 0 ? put(MASK.url, out, address) : put(mark, out, n)
    }
    case ASK.placeEnd: {
      const place = placeBefore(out, n)
      return put(unit, out, place > 0 ? put(MASK.place, out, place) : n)
    }
    case ASK.mark:
    case ASK.looseMark:
      return putMark(unit, entry === ASK.looseMark, out, n, join)
    case ASK.at:
      return put(MASK.mention, out, n)
    default:
      return n
  }
}

/** Writes what was read at offset `i` and asks for something; returns how many units there are then. */
export function write(
  entry: number,
  unit: number,
  i: number,
  out: Uint16Array,
  before: number,
  at: Int32Array,
  join: Folding['join']
): number {
  at[before] = i
  const n = react(entry, unit, out, before, join)
  if (entry === ASK.placeEnd && out[n - 2] === MASK.place) at[n - 1] = i // its digits are gone
  return n
}

/** Writes a character that is spelled as several units, or as a pair, all of them at the offset where it stands. */
export function spell(
  spelling: string,
  i: number,
  out: Uint16Array,
  before: number,
  at: Int32Array,
  { table, join }: Folding
): number {
  let n = before
  for (let k = 0; k < spelling.length && n < out.length - 2; k++) {
    const unit = spelling.charCodeAt(k)
    const entry = table[unit]!
    at[n] = i
    at[n + 1] = i
    if (isHigh(unit)) n = putPair(unit, spelling.charCodeAt(++k), out, n)
    else n = asks(entry) ? write(entry, unit, i, out, n, at, join) : put(entry, out, n)
  }
  return n
}
