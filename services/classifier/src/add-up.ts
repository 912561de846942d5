/// <reference path="./web-assembly.d.ts" />
import { readFileSync } from 'node:fs'
import { FAMILIES, type Features } from './features.ts'

/** Columns that every text reads, and those of the label of long texts alone. */
export const ROW = 16
export const LONG_ROW = 4

/** Adds up features by family: `sums` has ROW columns, or LONG_ROW in their place for `long`. Used again for the next text. */
export interface AddUp {
  /**
   * The index and the rows where they are read: whoever looks at a row again for a reason finds it near. With a copy of
   * them a comment and its evidence took 93 µs, so 80.
   */
  read: { index: Int32Array; rows: Int8Array; long: Int8Array }
  sums: Float64Array
  longSums: Float64Array
  addUp: (features: Features) => void
}

type Add = (from: number, to: number, ids: number, values: number, index: number, rows: number, sums: number) => void

const MODULE = new URL('../wasm/add-up.wasm', import.meta.url)
const PAGE = 65_536

/**
 * Opens the sums over rows that an index finds. It runs in WebAssembly, sixteen columns at once (add-up.wat): measured
 * beside a loop in JavaScript, see the ADR. The same sums on every machine.
 */
export function openAddUp(index: Int32Array, rows: Int8Array, long: Int8Array, most: number): AddUp {
  let size = 0
  const place = (bytes: number) => {
    const at = size
    size += Math.ceil(bytes / 16) * 16
    return at
  }
  const [idsAt, valuesAt, sumsAt] = [place(4 * most), place(4 * most), place(4 * ROW)]
  const [indexAt, rowsAt, longAt] = [place(index.byteLength), place(rows.byteLength), place(long.byteLength)]
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) })
  const read = {
    index: new Int32Array(memory.buffer, indexAt, index.length),
    rows: new Int8Array(memory.buffer, rowsAt, rows.length),
    long: new Int8Array(memory.buffer, longAt, long.length)
  }
  read.index.set(index)
  read.rows.set(rows)
  read.long.set(long)
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(MODULE)), {
    memory: { all: memory }
  })
  const [addSixteen, addFour] = [exports.addSixteen as Add, exports.addFour as Add]
  const ids = new Int32Array(memory.buffer, idsAt, most)
  const values = new Float32Array(memory.buffer, valuesAt, most)
  const added = new Float32Array(memory.buffer, sumsAt, ROW)
  const sums = new Float64Array(ROW)
  const longSums = new Float64Array(LONG_ROW)

  const addUp = (features: Features) => {
    const { ends, scales, isShort } = features
    const length = ends[FAMILIES.length - 1]!
    ids.set(features.ids.subarray(0, length))
    values.set(features.values.subarray(0, length))
    sums.fill(0)
    longSums.fill(0)
    let from = 0
    for (let family = 0; family < FAMILIES.length; family++) {
      const to = ends[family]!
      addSixteen(from, to, idsAt, valuesAt, indexAt, rowsAt, sumsAt)
      for (let column = 0; column < ROW; column++) sums[column]! += added[column]! * scales[family]!
      if (!isShort) {
        addFour(from, to, idsAt, valuesAt, indexAt, longAt, sumsAt)
        for (let column = 0; column < LONG_ROW; column++) longSums[column]! += added[column]! * scales[family]!
      }
      from = to
    }
  }
  return { read, sums, longSums, addUp }
}
