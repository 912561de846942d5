import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openAssistant } from '@huiyin/adapters/assistant/open-assistant.ts'
import { outbound } from '@huiyin/adapters/outbound/outbound.ts'
import type { Test } from 'tap'

type Asked = { path: string; headers: IncomingHttpHeaders; body: string }
type Given = { status?: number; body: string } | 'silence'

/** What such an endpoint answers for a text. */
export const saying = (content: unknown, finish_reason = 'stop'): Given => ({
  body: JSON.stringify({ choices: [{ index: 0, finish_reason, message: { role: 'assistant', content } }] })
})

/** An endpoint as OpenAI's, on this machine; it keeps what it was asked and answers what it is told to. */
export async function openStandIn(t: Test, { patience = 5_000, open = true } = {}) {
  const asked: Asked[] = []
  const next: { answer: Given } = { answer: saying('NONE') }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() })
    const { answer } = next
    if (answer !== 'silence') response.writeHead(answer.status ?? 200).end(answer.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const assistantUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`
  const ways = outbound({ allowPrivate: open ? ['127.0.0.1'] : [] })
  const named = { assistantUrl, assistantModel: 'model-1', assistantKey: 'sk-none-knows' }
  const assistant = openAssistant(named, ways, { patience })!
  const answers = (answer: Given) => {
    next.answer = answer
  }
  return { asked, assistant, answers }
}
