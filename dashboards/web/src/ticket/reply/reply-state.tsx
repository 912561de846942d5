import { serverNow } from '../../data/server-time.ts'
import { known, language, t } from '../../language.ts'
import { CheckIcon, CheckTwiceIcon, ClockIcon, CrossIcon, EyeIcon, SendIcon } from '../../marks/icons.tsx'
import { platformWords } from '../../platform-words.ts'
import { clockTime, secondTime } from '../../time.ts'
import type { SentReply } from '../conversation.ts'
import { useDesk } from '../desk.ts'
import { isWeb } from '../facts.tsx'
import { Replaced } from './replacing.tsx'
import style from './reply.module.css'
import { ReplyActs } from './reply-acts.tsx'
import { Steps } from './steps.tsx'
import { Versions } from './versions.tsx'

/** How far a reply has come, in words that promise nothing that is not known, and what one can do with it. */

const ICONS = {
  drafted: EyeIcon,
  reviewed: EyeIcon,
  approved: ClockIcon,
  sending: SendIcon,
  sent: CheckIcon,
  confirmed: CheckTwiceIcon,
  failed: CrossIcon,
  superseded: CrossIcon,
  returned: CrossIcon,
  attesting: EyeIcon,
  replaced: CrossIcon
} as const satisfies Record<SentReply['state'], unknown>

/** How a reply stands, and what may be done about it. */
export function ReplyState({ reply }: { reply: SentReply }) {
  const { now } = useDesk()
  const { state, attested, important = [], promisedAt } = reply
  const Icon = ICONS[state]
  const over = state === 'failed' || state === 'superseded' || state === 'returned' || state === 'replaced'
  return (
    <div className={style.reply} data-state={state} data-reply={reply.id}>
      <p className={style.state} role="status">
        <Icon />
        <strong>{t(`reply.state.${state}`)}</strong>
        {attested && state === 'confirmed' && <span className={style.mark}>{t('reply.attested-mark')}</span>}
        {state !== 'failed' && <span>{explanation(reply, now)}</span>}
      </p>
      {!over && <Steps reply={reply} />}
      {reply.trouble && state !== 'failed' && <Waits trouble={reply.trouble} now={now} />}
      <Replaced reply={reply} />
      {state === 'failed' && <Failure reply={reply} />}
      {attested && <Evidence of={attested.evidence} />}
      {promisedAt !== undefined && (
        <p className={style.note}>{t('reply.promised', { at: clockTime(promisedAt, now) })}</p>
      )}
      {important.length > 0 && (state === 'drafted' || state === 'reviewed') && (
        <p className={style.note}>
          {t('reply.then.important', {
            why: important.map(code => known(`reply.why.${code}`) ?? code).join(t('facts.and'))
          })}
        </p>
      )}
      <Versions reply={reply} />
      <ReplyActs reply={reply} />
    </div>
  )
}

function explanation(reply: SentReply, now: number): string {
  const { state, absent, attested, confirmedAt, returned, heldBack, leavesAt } = reply
  const at = (time: number | undefined) => clockTime(time ?? now, now)
  if (heldBack && (state === 'drafted' || state === 'reviewed')) return t('reply.held-back')
  if (state === 'failed') return ''
  if (state === 'approved' && leavesAt !== undefined && leavesAt > serverNow())
    return t('reply.explain.leaving', { at: secondTime(leavesAt) })
  if (state === 'returned')
    return t('reply.explain.returned', { who: returned?.by.name ?? '', reason: returned?.reason ?? '' })
  if (attested && state === 'confirmed')
    return t('reply.explain.attested', {
      who: attested.by.name,
      second: attested.confirmedBy?.name ?? '',
      at: at(attested.postedAt)
    })
  if (state === 'attesting')
    return t('reply.explain.attesting', { who: attested?.by.name ?? '', at: at(attested?.postedAt) })
  if (absent && (state === 'sent' || state === 'sending')) return t('reply.explain.absent', { times: absent.times })
  return t(`reply.explain.${state}`, { at: at(confirmedAt) })
}

/** What shows that it was posted by hand; an address can be opened. */
const Evidence = ({ of }: { of: string }) => (
  <p className={style.note}>
    {t('reply.evidence')}
    {isWeb(of) ? (
      <a href={of} target="_blank" rel="noreferrer">
        {of}
      </a>
    ) : (
      <span>{of}</span>
    )}
  </p>
)

function Failure({ reply: { failure, trouble } }: { reply: SentReply }) {
  const todo = trouble ? trouble[language()] : known(`reply.todo.${failure?.code}`)
  const said = trouble ? SAID.includes(trouble.why) : !todo
  return (
    <div className={style.failure}>
      {failure && said && <Said code={failure.code} message={failure.message} />}
      <p>{todo ?? t('reply.todo.other')}</p>
    </div>
  )
}

function Said({ code, message }: { code: string; message: string }) {
  const { words, original } = platformWords(code, message)
  return <p title={original && t('platform.original', { words: original })}>{t('reply.failed-why', { why: words })}</p>
}

/** Where the platform's own words say more than ours. */
const SAID: readonly Trouble['why'][] = ['refused', 'words']

type Trouble = NonNullable<SentReply['trouble']>

/** Why it has not left yet, and when it will be tried again. */
const Waits = ({ trouble, now }: { trouble: Trouble; now: number }) => (
  <div className={style.waits} role="status">
    <p>
      {trouble[language()]}
      {trouble.until !== undefined && ` · ${t('trouble.until', { at: clockTime(trouble.until, now) })}`}
    </p>
  </div>
)
