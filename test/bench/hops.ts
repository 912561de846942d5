import { readFileSync } from 'node:fs'

interface ProfileNode {
  id: number
  callFrame: { functionName: string; url: string }
  children?: number[]
}

interface Profile {
  nodes: ProfileNode[]
  samples: number[]
  timeDeltas: number[]
}

/** A hop, and what its frames are called: the first that any frame of a stack matches has the sample. */
export type Hops = readonly (readonly [hop: string, frames: RegExp])[]

const ENGINE: Hops = [
  ['garbage collection', /^\(garbage collector\)/],
  ['the system’s calls', /^\(program\)/]
]

export const CLASSIFIER: Hops = [
  ...ENGINE,
  ['classify', /classifier\/src\/(?!run|main)|jieba|classifyPart/],
  ['produce', /kafka\/(append|producer|outbox)|log\/encode|kafkajs\/src\/(producer|protocol\/requests\/produce)/],
  ['consume and parse', /kafka\/|log\/to-batch|kafkajs\/|typebox|parse\.ts/]
]

export const DESK: Hops = [
  ...ENGINE,
  ['links: consume and parse', /desk\/src\/links/],
  ['look-backs and jobs', /desk\/src\/(tick|.*job|sharing|left)|schedule\.ts|node-cron/],
  ['tickets: read, decide, put', /ports\/src\/act\.ts|domain\/src\/decide|elasticsearch\/tickets/],
  ['comments: observe, put', /observe-each|elasticsearch\/comments/],
  [
    'events: publish',
    /publisher\.ts|kafka\/(append|producer|outbox)|log\/encode|kafkajs\/src\/(producer|protocol\/requests\/produce)/
  ],
  ['consume and parse', /kafka\/|log\/to-batch|kafkajs\/|typebox|parse\.ts/],
  ['bulks and answers on the wire', /elastic|undici|secure-json-parse|node:net|internal\/streams/]
]

const REST = 'all else'

/** CPU time of the main thread in µs by hop, from a CPU profile. */
export function hopsOf(file: string, hops: Hops): Record<string, number> {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile
  const hopOf = hopByNode(nodes, hops)
  const spent: Record<string, number> = Object.fromEntries([...hops.map(([hop]) => [hop, 0]), [REST, 0]])
  samples.forEach((id, i) => {
    const hop = hopOf.get(id)
    if (hop !== undefined) spent[hop]! += timeDeltas[i]!
  })
  return spent
}

function hopByNode(nodes: readonly ProfileNode[], hops: Hops): Map<number, string> {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const found = new Map<number, string>()
  const walk = (node: ProfileNode, stack: readonly string[]) => {
    const { functionName, url } = node.callFrame
    const frames = [...stack, `${functionName} ${url}`]
    const hop = hops.find(([, name]) => frames.some(frame => name.test(frame)))?.[0] ?? REST
    if (functionName !== '(idle)') found.set(node.id, hop)
    for (const child of node.children ?? []) walk(byId.get(child)!, frames)
  }
  walk(nodes[0]!, [])
  return found
}
