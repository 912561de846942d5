import type { BoardSubscriptionRow } from '@huiyin/schemas/api-boards.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useNow } from '../../data/server-time.ts'
import { t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import { clockTime, exactTime } from '../../time.ts'
import { useUnsubscribe } from '../ask.ts'
import { goTo, parseBoardPlace } from '../place.ts'
import { SubscribeForm } from './subscribe-form.tsx'
import style from './subscriptions.module.css'

type MineProps = { mine: { data: readonly BoardSubscriptionRow[] | undefined; error: Error | null } }

/** What one is sent already; a name leads to its view. */
export function Mine({ mine: { data, error } }: MineProps) {
  const remove = useUnsubscribe()
  const now = useNow()
  const [changed, setChanged] = useState<string>()
  if (error && !data)
    return (
      <p className={style.wrong} role="alert">
        {problemWords(error)}
      </p>
    )
  if (data?.length === 0) return <p className={style.hint}>{t('subscribe.none')}</p>
  return (
    <>
      <ul className={style.mine}>
        {data?.map(row => (
          <li key={row.id}>
            {row.id === changed && (
              <SubscribeForm
                place={parseBoardPlace(`?view=${row.view}&${row.place}`)}
                row={row}
                onDone={() => setChanged(undefined)}
              />
            )}
            <span hidden={row.id === changed}>
              <button
                type="button"
                className={style.way}
                onClick={() => goTo(parseBoardPlace(`?view=${row.view}&${row.place}`))}
              >
                {row.name}
              </button>
              <span className={style.hint} title={exactTime(row.nextAt)}>
                {when(row)} · {t('subscribe.next', { at: clockTime(row.nextAt, now) })}
              </span>
            </span>
            <span className={style.acts} hidden={row.id === changed}>
              <Button
                size="small"
                type="text"
                aria-label={`${t('subscribe.change')} ${row.name}`}
                onClick={() => setChanged(row.id)}
              >
                {t('subscribe.change')}
              </Button>
              <Button
                size="small"
                type="text"
                aria-label={`${t('subscribe.remove')} ${row.name}`}
                onClick={() => remove.mutate(row.id)}
              >
                {t('subscribe.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {data?.some(({ reached }) => !reached) && <p className={style.wrong}>{t('subscribe.unreached')}</p>}
      {remove.isError && (
        <p className={style.wrong} role="alert">
          {problemWords(remove.error)}
        </p>
      )}
    </>
  )
}

function when({ every, weekday = 1, at }: BoardSubscriptionRow): string {
  if (every === 'daily') return `${t('subscribe.daily')} ${at}`
  return `${t(`subscribe.weekday.${weekday as 1}`)} ${at}`
}
