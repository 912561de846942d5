import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { idOf } from '@huiyin/domain/ids.ts'
import { sendLetter } from '@huiyin/ports/letters.ts'
import type { People } from '@huiyin/ports/rulebook.ts'
import { ChannelTestBody, ChannelTested } from '@huiyin/schemas/api-letters.ts'
import type { LetterRecipient } from '@huiyin/schemas/letter.ts'
import { ChannelKind } from '@huiyin/schemas/person.ts'
import { Type } from 'typebox'
import { by, KeyOnly } from '../acting.ts'
import { invalidRequest } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'

const ByChannel = Type.Object({ channel: ChannelKind })
const TITLE = '测试消息'
const LINES = ['这是一条测试消息：收到它，说明提醒可以送达这里。', '无需处理。']

/** Whether a channel reaches anybody, tried with a message before it is needed. */
export const channelTestRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { records, rulebook, clock }) => {
  app.post(
    '/channels/:channel/test',
    {
      config: { action: 'duty.configure' },
      schema: {
        tags: ['people'],
        summary: 'Send a test message to a person or to the group of a channel; its letter tells whether it arrived',
        params: ByChannel,
        headers: KeyOnly,
        body: ChannelTestBody,
        response: { 200: ChannelTested, ...REFUSALS }
      }
    },
    async request => {
      const { channel } = request.params
      const { actor, id: key } = by(request)
      await rulebook.refresh()
      const to = recipientOf(rulebook.people(), channel, request.body.person)
      const id = idOf('test', channel, key)
      await sendLetter(records, {
        ...{ id, about: 'test', of: channel, title: TITLE, lines: LINES, to: [to] },
        ...{ urgent: false, receipt: false, by: actor, madeAt: clock.now() }
      })
      return { letter: id }
    }
  )
}

function recipientOf({ channels, persons }: People, channel: string, id: string | undefined): LetterRecipient {
  if (!channels.includes(channel))
    throw invalidRequest(
      'params/channel',
      `Expected a channel that is configured: ${said(channels)}; "${channel}" came`
    )
  if (id === undefined) return { channel, name: channel }
  const person = persons.find(one => one.id === id)
  const contact = person?.contacts.find(one => one.channel === channel)
  if (!person || !contact)
    throw invalidRequest('body/person', `Expected a person who is reached by "${channel}"; "${id}" is not`)
  return { channel, address: contact.address, person: id, name: person.name }
}

const said = (channels: readonly string[]) => (channels.length > 0 ? channels.join(', ') : 'there is none')
