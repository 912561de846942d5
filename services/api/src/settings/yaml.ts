import { HuiyinError } from '@huiyin/domain/errors.ts'
import {
  CORE_SCHEMA,
  constructFromEvents,
  dump,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  type ScalarEvent,
  YAMLException
} from 'js-yaml'
import { invalidRequest } from '../errors.ts'

/** What a file says, and the line, from 1, on which a part of it begins: `['people', '0', 'id']`, or what is nearest. */
export type YamlFile = { value: unknown; lineOf: (path: readonly string[]) => number }

/** Nobody writes settings so deep. */
const MAX_DEPTH = 30

/**
 * Reads one document of plain values: no anchors, no aliases, no tags, so that nothing is made of it but what stands
 * there. Throws INVALID_REQUEST that names the line.
 */
export function readYaml(text: string): YamlFile {
  const lines = lineStarts(text)
  const refuse = (at: number, message: string) => {
    const line = `line ${lineAt(lines, at)}`
    return invalidRequest(line, `${line}: ${message}`)
  }
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH })
    for (const event of events) checkPlain(event, refuse)
    const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length
    if (documents !== 1) throw invalidRequest('body', `body must be one YAML document; ${documents} came`)
    const [value] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 })
    const tree = treeOf(events, text)
    return { value, lineOf: path => lineAt(lines, placeOf(tree, path)) }
  } catch (error) {
    if (error instanceof HuiyinError) throw error
    const { mark, reason = 'it cannot be read' } = error instanceof YAMLException ? error : {}
    const line = `line ${(mark?.line ?? 0) + 1}`
    throw invalidRequest(line, `${line}: this is no YAML: ${reason.slice(0, 200).toWellFormed()}`)
  }
}

/** The same value gives the same text, whatever the order of its fields. */
export const writeYaml = (value: unknown): string => dump(value, { noRefs: true, lineWidth: -1 })

function checkPlain(event: Event, refuse: (at: number, message: string) => Error): void {
  if (event.type === EVENT_ID.ALIAS) throw refuse(event.anchorStart, 'write it out; aliases are not taken')
  if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return
  if (event.anchorStart >= 0) throw refuse(event.anchorStart, 'write it out; anchors are not taken')
  if (event.tagStart >= 0) throw refuse(event.tagStart, 'tags are not taken')
}

type Tree = { at: number; parts: Map<string, Tree> }

const startOf = (event: Event): number =>
  event.type === EVENT_ID.SCALAR ? Math.max(0, event.valueStart) : 'start' in event ? event.start : 0

type Open = { tree: Tree; isMap: boolean; key?: string; count: number }

/** Where everything stands; the depth was checked before. */
function treeOf(events: readonly Event[], source: string): Tree {
  const root: Tree = { at: 0, parts: new Map() }
  const open: Open[] = []
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) open.push({ tree: root, isMap: false, count: 0 })
    else if (event.type === EVENT_ID.POP) open.pop()
    else {
      const tree = put(open.at(-1)!, event, source)
      if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE)
        open.push({ tree, isMap: event.type === EVENT_ID.MAPPING, count: 0 })
    }
  }
  return root.parts.get('0') ?? root
}

function put(into: Open, event: Event, source: string): Tree {
  const tree: Tree = { at: startOf(event), parts: new Map() }
  if (!into.isMap) into.tree.parts.set(String(into.count++), tree)
  else if (into.key === undefined)
    into.key = event.type === EVENT_ID.SCALAR ? getScalarValue(source, event as ScalarEvent) : ''
  else {
    into.tree.parts.set(into.key, tree)
    delete into.key
  }
  return tree
}

function placeOf(tree: Tree, path: readonly string[]): number {
  let found = tree
  for (const part of path) {
    const next = found.parts.get(part)
    if (!next) break
    found = next
  }
  return found.at
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|[\r\n]/g)) starts.push(index + end.length)
  return starts
}

function lineAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle
  }
  return low + 1
}
