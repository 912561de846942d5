import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import { useBackfill } from '../data/backfill.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { clockTime, takes } from '../time.ts'
import style from './accounts.module.css'
import { coveredOf, leftOf, percent, TOKEN_SOON } from './measures.ts'

/** An account that is well, in one line. */
export function Glance({ row, now }: { row: AccountRow; now: number }) {
  const { standing } = row
  const p50 = standing?.delay.p50
  const [covered, left, until] = [coveredOf(row), leftOf(row), standing?.authorisedUntil]
  return (
    <p className={style.glance}>
      {p50 !== undefined && <span>{t('account.delay-half', { p50: takes(p50) })}</span>}
      {covered !== undefined && <span>{t('health.covered', { share: percent(covered) })}</span>}
      {left !== undefined && <span>{t('health.share-left', { share: percent(left) })}</span>}
      {until !== undefined && (
        <span className={until <= now ? style.late : until - now < TOKEN_SOON ? style.soon : undefined}>
          {t(until <= now ? 'health.token-over' : 'health.token-until', { at: clockTime(until, now) })}
        </span>
      )}
    </p>
  )
}

/** That earlier comments are read, while they are. */
export function Reading({ row: { account } }: { row: AccountRow }) {
  const { data } = useBackfill(account)
  if (data?.state !== 'running' && data?.state !== 'paused') return null
  const { posts, ofPosts } = data.progress
  return (
    <ToneMark tone={data.state === 'running' ? 'soon' : 'plain'}>
      {t(`backfill.state.${data.state}`)}
      {ofPosts !== undefined && ofPosts > 0 && ` ${percent(posts / ofPosts)}`}
    </ToneMark>
  )
}
