import type { Channel, Notice } from '@huiyin/ports/channel.ts'

/** One message as it left: several notices where it was a digest. */
export type Message = { at: number; notices: readonly Notice[]; digest: boolean }

/** A group's robot that takes everything and notes it down. */
export function recordingChannel(name: string, now: () => number): { channel: Channel; messages: Message[] } {
  const messages: Message[] = []
  const take = async (notices: readonly Notice[], digest: boolean) => {
    messages.push({ at: now(), notices, digest })
    return { outcome: 'sent' } as const
  }
  return {
    messages,
    channel: {
      name,
      deliver: notice => take([notice], false),
      digest: notices => take(notices, true)
    }
  }
}
