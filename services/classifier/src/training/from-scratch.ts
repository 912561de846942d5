import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Weights } from '../model.ts'
import { readExamples } from './examples.ts'
import type { Progress } from './heads.ts'
import { train } from './train.ts'

/** Name and version of what is shipped. */
const MODEL = 'linear-4'

/** Where the shipped weights lie. */
export const SHIPPED = new URL('../../weights/', import.meta.url)

export interface FromScratch {
  /** The folder of the public files, as readExamples() expects them. */
  folder: string
  cut: (text: string) => string[]
  seed: number
  /** The day, such as 2026-11-21. */
  trainedOn: string
  tell?: Progress
}

const NEEDED = ['intent', 'other', 'sentiment', 'dept', 'dept_seg'].map(name => `${name}.train.jsonl`)

/** Weights as they are shipped, from the public files and the corpus. Throws INVALID_REQUEST when a file is missing. */
export function trainFromScratch({ folder, ...more }: FromScratch): Weights {
  const missing = NEEDED.filter(name => !existsSync(join(folder, name)))
  if (missing.length > 0) throw new HuiyinError('INVALID_REQUEST', `${folder} has no ${missing.join(', ')}`)
  return train({ examples: readExamples(folder), model: MODEL, ...more })
}
