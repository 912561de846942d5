import type { ActName } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { useState } from 'react'
import type { Act } from '../../data/acts.ts'
import { segment } from '../../data/acts.ts'
import { t } from '../../language.ts'
import type { SentReply } from '../conversation.ts'
import { mayDo, useDesk } from '../desk.ts'
import { Correct } from './correct-reply.tsx'
import style from './reply.module.css'
import { attestForm, returnForm } from './reply-forms.ts'

/** What who looks may do with a reply, the way forward first. */
export function ReplyActs({ reply }: { reply: SentReply }) {
  const { view, now, busy, act, ask, write } = useDesk()
  const { id, hash, text, kind, state } = reply
  const base = `replies/${segment(id)}` as const
  const may = (name: ActName) => mayDo(reply, name)
  const again = () => write({ text, kind, ...(may('reply.edit') && { edits: id }) })
  const doing = (what: Act, words: string, primary = false) => (
    <Button
      size="small"
      type={primary ? 'primary' : 'default'}
      loading={busy === what.kind}
      disabled={busy !== undefined}
      onClick={() => act(what)}
    >
      {words}
    </Button>
  )
  const asking = (what: () => void, words: string) => (
    <Button size="small" disabled={busy !== undefined} onClick={what}>
      {words}
    </Button>
  )
  return (
    <div className={style.acts}>
      {may('reply.review') && doing({ kind: `${base}/review`, body: { hash } }, t('act.review'), true)}
      {may('reply.approve') && doing({ kind: `${base}/approve`, body: { hash } }, t('act.approve'), true)}
      {may('reply.confirm-attested') && doing({ kind: `${base}/confirm-attested` }, t('act.confirm-attested'), true)}
      {may('reply.return') && asking(() => ask(returnForm(reply)), t('act.return'))}
      {state === 'failed' && asking(again, t('reply.again'))}
      {state !== 'failed' && may('reply.edit') && asking(again, t('act.edit'))}
      {may('reply.attest') && (
        <>
          <Copy text={text} />
          {asking(() => ask(attestForm(view, now, { reply: id })), t('act.attest'))}
        </>
      )}
      {may('reply.withdraw') && doing({ kind: `${base}/withdraw` }, t('act.withdraw'))}
      <Correct reply={reply} />
    </div>
  )
}

function Copy({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  if (!('clipboard' in navigator)) return null // missing on plain-http addresses
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button size="small" onClick={copy}>
      {t(copied ? 'act.copied' : 'act.copy')}
    </Button>
  )
}
