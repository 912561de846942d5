import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isHeldOut, readCorpus } from '@huiyin/classifier/corpus.ts'

const FOLDER = join(import.meta.dirname, 'peers')
const MODULES = ['sklearn', 'confluent_kafka', 'elasticsearch']

export interface Peer {
  /** Takes the next comments of the topic until they can be searched; answers seconds, and CPU seconds of its own. */
  take: (count: number) => Promise<{ seconds: number; cpu: number }>
  end: () => Promise<void>
}

/** What to do before the peer can run; undefined when Python and its packages are there. */
export function missingForPeer(python: string): string | undefined {
  const found = spawnSync(python, ['-c', `import ${MODULES.join(', ')}`], { encoding: 'utf8' })
  if (found.status === 0) return undefined
  const why = found.error?.message ?? found.stderr.trim().split('\n').at(-1) ?? ''
  return (
    `The Python pipeline did not run (${python}: ${why}). Install what it needs with\n` +
    `  python3 -m venv VENV && VENV/bin/pip install -r ${join(FOLDER, 'requirements.txt')}\n` +
    'and run again with PYTHON=VENV/bin/python'
  )
}

/** Trains a linear model in Python and waits until it reads the topic. `folder` takes what it learns from. */
export async function startPeer(
  python: string,
  of: { brokers: string; topic: string; elasticsearch: string; folder: string }
): Promise<Peer> {
  const train = join(of.folder, 'train.jsonl')
  const rows = readCorpus().filter(({ text }) => !isHeldOut(text))
  writeFileSync(train, rows.map(({ text, label }) => `${JSON.stringify({ text, label })}\n`).join(''))
  const { brokers, topic, elasticsearch } = of
  const named = { brokers, topic, elasticsearch, index: 'python-comments', train }
  const flags = Object.entries(named).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(python, [join(FOLDER, 'pipeline.py'), ...flags], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await answer(child, lines)
  return {
    async take(count) {
      child.stdin.write(`${count}\n`)
      return JSON.parse(await answer(child, lines))
    },
    async end() {
      const exit = once(child, 'exit')
      child.stdin.end()
      await exit
    }
  }
}

async function answer(child: ChildProcess, lines: AsyncIterator<string>): Promise<string> {
  const { value, done } = await lines.next()
  if (done) throw new Error(`The Python pipeline ended with code ${child.exitCode}; its words stand above`)
  return value
}
