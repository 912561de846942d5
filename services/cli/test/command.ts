import { execFile } from 'node:child_process'
import { join } from 'node:path'

export const BIN = join(import.meta.dirname, '../bin/huiyin.js')

export type Ended = { code: number; stdout: string; stderr: string }

/** Runs `huiyin` as a person does, over a folder of data. */
export function runHuiyin(data: string, ...args: string[]): Promise<Ended> {
  const { NODE_OPTIONS: _, ...rest } = process.env
  return new Promise(resolve =>
    execFile(process.execPath, [BIN, ...args], { env: { ...rest, HUIYIN_DATA: data } }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    )
  )
}
