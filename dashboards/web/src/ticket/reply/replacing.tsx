import { t } from '../../language.ts'
import { AlarmIcon } from '../../marks/icons.tsx'
import type { SentReply } from '../conversation.ts'
import { useDesk } from '../desk.ts'
import style from './reply.module.css'

/** Where a platform lets one reply stand only: what goes when another is sent. */

/** Before it is sent: the reply that stands, and the one that will. */
export function ReplaceNote({ text }: { text: string }) {
  const { view } = useDesk()
  const stands = view.replies.find(({ id }) => id === view.writing.replaces)
  if (!stands) return null
  return (
    <section className={style.replace} aria-label={t('replace.title')}>
      <p>
        <AlarmIcon /> <strong>{t('replace.title')}</strong>
      </p>
      <p>{t('replace.hint')}</p>
      <dl className={style.both}>
        <dt>{t('replace.now')}</dt>
        <dd className={style.goes}>{stands.text}</dd>
        <dt>{t('replace.then')}</dt>
        <dd>{text === '' ? <span className={style.faint}>{t('replace.empty')}</span> : text}</dd>
      </dl>
    </section>
  )
}

/** Of a reply that is on its way or has left: what it takes, or took, the place of. */
export function Replaced({ reply: { replaces, state } }: { reply: SentReply }) {
  const { view } = useDesk()
  const before = view.replies.find(({ id }) => id === replaces)
  if (!before) return null
  const did = state === 'sent' || state === 'confirmed' || state === 'replaced'
  return (
    <p className={style.note}>
      <span>{t(did ? 'replace.did' : 'replace.by')}</span>
      <span className={style.goes}>{before.text}</span>
    </p>
  )
}
