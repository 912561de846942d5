import { readFile } from 'node:fs/promises'
import axios from 'axios'
import type { Bare, Request } from './collector.ts'

// The same requests once more without our code, those of each platform one after the other, the platforms side by side:
// `node collector-bare.ts REQUESTS`.

const requests = JSON.parse(await readFile(process.argv[2]!, 'utf8')) as Request[]
const began = performance.now()
let asked = 0
let bytes = 0
await Promise.all(Map.groupBy(requests, hostless).values().map(ask))
const result: Bare = { seconds: (performance.now() - began) / 1000, requests: asked, bytes }
process.send!({ result })
process.disconnect()

async function ask(all: readonly Request[]): Promise<void> {
  for (const { method, url, headers, data } of all) {
    const answer = await axios.request<string>({
      method,
      url,
      headers,
      data,
      responseType: 'text',
      validateStatus: () => true
    })
    asked += 1
    bytes += answer.data.length
    if (asked % 100 === 0) process.send!({ done: asked, asked })
  }
}

/** The platform, by the beginning of the path. */
function hostless({ url }: Request): string {
  const [, first = ''] = new URL(url).pathname.split('/')
  return first
}
