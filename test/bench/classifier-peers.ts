import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'peers')

export interface PeerFigures {
  count: number
  accuracy: number
  macroF1: number
  perSecond: number
}

/** By peer; `leave-one-source-out` and what is told by source has a source (and a choice of classes) between. */
export interface PeerTasks {
  [task: string]: PeerTasks | PeerFigures
}

export interface Peers {
  versions: Record<string, string | null>
  tasks: PeerTasks
  /** sha1 of the sentiment texts that SnowNLP was trained on. */
  knownToSnownlp: string[]
}

const MODULES = ['sklearn', 'scipy', 'jieba', 'fasttext', 'snownlp']

/** What to do before the peers can run; undefined when Python and its packages are there. */
export function missingForPeers(python: string): string | undefined {
  const found = spawnSync(python, ['-c', `import ${MODULES.join(', ')}`], { encoding: 'utf8' })
  if (found.status === 0) return undefined
  const why = found.error?.message ?? found.stderr.trim().split('\n').at(-1) ?? ''
  return (
    `The peers did not run (${python}: ${why}). Install them with\n` +
    `  python3 -m venv VENV && VENV/bin/pip install -r ${join(FOLDER, 'requirements.txt')}\n` +
    'and run again with PYTHON=VENV/bin/python'
  )
}

/** Trains and measures scikit-learn, fastText and SnowNLP; some 10 minutes, progress on stderr. */
export function runPeers(python: string, folder: string, { quick }: { quick: boolean }): Peers {
  const told = execFileSync(python, [join(FOLDER, 'classifier.py'), folder, '--json', ...(quick ? ['--quick'] : [])], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return JSON.parse(told) as Peers
}

const isFigures = (value: PeerTasks | PeerFigures): value is PeerFigures => 'macroF1' in value

/** Every measured leaf with the names on its way: task, perhaps source, and peer. */
export function leavesOf(tasks: PeerTasks, path: readonly string[] = []): { path: string[]; figures: PeerFigures }[] {
  return Object.entries(tasks).flatMap(([name, value]) => {
    if (isFigures(value)) return [{ path: [...path, name], figures: value }]
    return name === 'labels' ? [] : leavesOf(value, [...path, name])
  })
}
