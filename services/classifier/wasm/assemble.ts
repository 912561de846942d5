import { readFileSync, writeFileSync } from 'node:fs'
import openWabt from 'wabt'

const TEXT = new URL('./add-up.wat', import.meta.url)
export const BINARY = new URL('./add-up.wasm', import.meta.url)

/** The module that the text stands for, byte by byte. Throws with line and column where the text is wrong. */
export async function assemble(): Promise<Uint8Array> {
  const wabt = await openWabt()
  const module = wabt.parseWat('add-up.wat', readFileSync(TEXT, 'utf8'), { simd: true })
  module.validate()
  const { buffer } = module.toBinary({})
  module.destroy()
  return buffer
}

if (import.meta.main) writeFileSync(BINARY, await assemble())
