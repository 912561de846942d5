import type { BoardSubscriptionBody, BoardSubscriptionRow } from '@huiyin/schemas/api-boards.ts'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useDecisionKey } from '../../data/decision-key.ts'
import { useNow } from '../../data/server-time.ts'
import { t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import { clockTime } from '../../time.ts'
import { asked, useResubscribe, useSubscribe } from '../ask.ts'
import { type BoardPlace, wantedOf } from '../place.ts'
import style from './subscriptions.module.css'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
type Weekday = (typeof WEEKDAYS)[number]

/** A subscription is to the span, not to the day that one happens to look at. */
function placeText(place: BoardPlace): string {
  const { day, ...query } = asked(wantedOf(place))
  return new URLSearchParams(query).toString()
}

type FormProps = {
  place: BoardPlace
  /** The one that is changed; absent: a new one is made of the view that one looks at. */
  row?: BoardSubscriptionRow | undefined
  onDone?: () => void
}

export function SubscribeForm({ place, row, onDone }: FormProps) {
  const usual = row?.name ?? `${t(`view.${place.board}`)} · ${t(`boards.this.${place.span}`)}`
  const [name, setName] = useState(usual)
  const [every, setEvery] = useState<BoardSubscriptionBody['every']>(row?.every ?? 'daily')
  const [weekday, setWeekday] = useState<Weekday>((row?.weekday ?? 1) as Weekday)
  const [at, setAt] = useState(row?.at ?? '08:00')
  const { key, onSettled } = useDecisionKey()
  const making = useSubscribe()
  const changing = useResubscribe()
  const subscribe = row ? changing : making
  const now = useNow()
  const submit = () => {
    const body: BoardSubscriptionBody = {
      name: name.trim() || usual,
      view: row?.view ?? place.board,
      place: row?.place ?? placeText(place),
      every,
      at,
      ...(every === 'weekly' && { weekday })
    }
    if (row) changing.mutate({ row, body }, { onSuccess: () => onDone?.() })
    else making.mutate({ key, body }, { onSettled })
  }
  return (
    <form
      className={style.form}
      aria-label={row ? `${t('subscribe.change')} ${row.name}` : t('subscribe.title')}
      onSubmit={event => {
        event.preventDefault()
        if (!subscribe.isPending) submit()
      }}
    >
      <Input
        value={name}
        maxLength={60}
        aria-label={t('subscribe.name')}
        onChange={event => setName(event.target.value)}
      />
      <div className={style.line}>
        <Segmented
          aria-label={t('subscribe.every')}
          value={every}
          onChange={setEvery}
          options={(['daily', 'weekly'] as const).map(value => ({ value, label: t(`subscribe.${value}`) }))}
        />
        {every === 'weekly' && (
          <Select<Weekday>
            value={weekday}
            aria-label={t('subscribe.weekday')}
            onChange={setWeekday}
            options={WEEKDAYS.map(value => ({ value, label: t(`subscribe.weekday.${value}`) }))}
          />
        )}
        <Input
          type="time"
          className={style.time ?? ''}
          value={at}
          required
          aria-label={t('subscribe.at')}
          onChange={event => setAt(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={subscribe.isPending}>
          {t(row ? 'subscribe.keep' : 'subscribe.do')}
        </Button>
        {row && <Button onClick={onDone}>{t('act.cancel')}</Button>}
      </div>
      {subscribe.isError && (
        <p className={style.wrong} role="alert">
          {problemWords(subscribe.error)}
        </p>
      )}
      {subscribe.data && (
        <p className={style.done} role="status">
          {t('subscribe.done', { at: clockTime(subscribe.data.nextAt, now) })}
        </p>
      )}
    </form>
  )
}
