import { Button } from 'antd'
import { useEffect } from 'react'
import { t } from '../../language.ts'
import type { SentReply } from '../conversation.ts'
import { mayDo, useDesk } from '../desk.ts'
import style from './reply.module.css'

const FOR_ME = ['reply.review', 'reply.approve', 'reply.confirm-attested'] as const

type What = (typeof FOR_ME)[number]

/** A reply that waits for the one who looks, and for what. */
export function waitingForMe(replies: readonly SentReply[]): { reply: SentReply; what: What } | undefined {
  for (const reply of replies) {
    const what = FOR_ME.find(act => mayDo(reply, act))
    if (what) return { reply, what }
  }
  return undefined
}

type WaitingProps = NonNullable<ReturnType<typeof waitingForMe>> & { onWrite: () => void }

/** Says what waits and brings it into sight; one may write another reply instead. */
export function Waiting({ reply: { id, author, attested }, what, onWrite }: WaitingProps) {
  const { view } = useDesk()
  const look = () => {
    document.querySelector(`[data-reply="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that waits
  useEffect(look, [id, what])
  return (
    <div className={style.buttons}>
      <span className={style.waiting} role="status">
        {t(`waiting.${what}`, { who: attested?.by.name ?? author.name })}
      </span>
      {mayDo(view, 'reply.draft') && (
        <Button type="text" onClick={onWrite}>
          {t('waiting.write')}
        </Button>
      )}
      <Button onClick={look}>{t('waiting.look')}</Button>
    </div>
  )
}
