import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'

/** What is read off a real Chromium, by its own tracing and counters. */

type TraceEvent = { name: string; ph: string; ts: number; args?: { data?: Record<string, unknown>; frame?: string } }

const TRACED = ['-*', 'loading', 'devtools.timeline', 'blink.user_timing', 'latencyInfo']

/** What Chromium traced while `work` ran. */
export async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  await browser.startTracing(page, { categories: TRACED })
  const worked = await Promise.allSettled([work()])
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  for (const one of worked) if (one.status === 'rejected') throw one.reason
  return traceEvents
}

/** From the start of the navigation to the first contentful paint, in ms. Throws where the trace has none. */
export function firstPaint(trace: readonly TraceEvent[], url: string): number {
  const begun = trace.findLast(
    ({ name, args }) => name === 'navigationStart' && String(args?.data?.documentLoaderURL ?? '').startsWith(url)
  )
  const painted = trace.find(({ name, ts }) => name === 'firstContentfulPaint' && ts >= (begun?.ts ?? Infinity))
  if (!begun || !painted) throw new Error('The trace has no first contentful paint')
  return (painted.ts - begun.ts) / 1000
}

/** How long each interaction took until the next paint showed it, in ms: its longest event. */
export function interactions(trace: readonly TraceEvent[]): number[] {
  const longest = new Map<number, number>()
  for (const { name, args } of trace) {
    if (name !== 'EventTiming' || !args?.data) continue
    const { interactionId, duration } = args.data as { interactionId?: number; duration?: number }
    if (interactionId && duration !== undefined)
      longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration))
  }
  return [...longest.values()].sort((a, b) => a - b)
}

/** Bytes of the scripts that a page loads, as gzip leaves them in `webRoot`. */
export function scriptsOf(page: Page, webRoot: string) {
  const paths = new Set<string>()
  page.on('response', response => {
    if (response.request().resourceType() === 'script') paths.add(new URL(response.url()).pathname)
  })
  const gzipped = (path: string) => join(webRoot, `${path}.gz`)
  return {
    bytes: () =>
      [...paths].reduce((sum, path) => sum + (existsSync(gzipped(path)) ? statSync(gzipped(path)).size : 0), 0),
    count: () => paths.size
  }
}

/** `code`: of the heap what the engine has compiled, which grows while it finds out what is used often. */
export type Weight = { heap: number; code: number; nodes: number; listeners: number }

/** What a page weighs once all garbage is gone, and what the tools keep of its requests. */
export async function weigh(cdp: CDPSession): Promise<Weight> {
  await cdp.send('Network.disable')
  for (let i = 0; i < 3; i++) {
    await cdp.send('HeapProfiler.collectGarbage')
    await sleep(200)
  }
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  const code = await compiled(cdp)
  await cdp.send('Network.enable')
  return { heap: usedSize, code, nodes, listeners: jsEventListeners }
}

type Snapshot = { snapshot: { meta: { node_fields: string[]; node_types: (string[] | string)[] } }; nodes: number[] }

/** Bytes of the nodes of type `code` in a snapshot of the heap. */
async function compiled(cdp: CDPSession): Promise<number> {
  const chunks: string[] = []
  const keep = ({ chunk }: { chunk: string }) => void chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', keep)
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', keep)
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  const code = types[type]!.indexOf('code')
  let bytes = 0
  for (let at = 0; at < nodes.length; at += fields.length) if (nodes[at + type] === code) bytes += nodes[at + size]!
  return bytes
}

/** Counts what the live view brings to a page. */
export async function countLive(cdp: CDPSession): Promise<() => number> {
  let came = 0
  await cdp.send('Network.enable')
  cdp.on('Network.eventSourceMessageReceived', ({ eventName }) => {
    if (eventName === 'ticket') came += 1
  })
  return () => came
}

type Credentials = { name: string; password: string }

/** A browser of its own in which somebody is signed in; its cache is empty. */
export async function enter(browser: Browser, url: string, credentials: Credentials): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const answer = await context.request.post(`${url}/api/session`, { data: credentials, headers: { origin: url } })
  if (!answer.ok()) throw new Error(`Signing in was refused: ${await answer.text()}`)
  return context
}
