import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { DayBox } from '../comments/day-box.tsx'
import { useMay } from '../data/may.ts'
import { known, t } from '../language.ts'
import { EVENT_GROUPS } from './event-types.ts'
import { exportAddress, exportDays, goTrail, NOTHING_CHOSEN, type TrailPlace } from './place.ts'
import style from './trail.module.css'

type HeadProps = { place: TrailPlace; summary: string | undefined; now: number }

/** By whom, what, about what and when; and the way to take it along. */
export function TrailHead({ place, summary, now }: HeadProps) {
  const { person, type, subject, from, to } = place
  return (
    <search className={style.head}>
      <div className={style.choices}>
        <Words name={t('trail.person')} value={person} onChange={person => goTrail({ person }, { replace: true })} />
        <Select
          size="small"
          variant="filled"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={type ?? null}
          placeholder={t('trail.type')}
          aria-label={t('trail.type')}
          popupMatchSelectWidth={240}
          onChange={type => goTrail({ type: type ?? undefined }, { replace: true })}
          options={EVENT_GROUPS.map(({ group, types }) => ({
            label: t(`trail.group.${group}`),
            options: types.map(value => ({ value, label: known(`event.${value}`) ?? value }))
          }))}
        />
        <Words
          name={t('trail.subject')}
          hint={t('trail.subject-hint')}
          value={subject}
          onChange={subject => goTrail({ subject }, { replace: true })}
        />
        <span className={style.span}>
          <DayBox name={t('trail.from')} day={from} onChange={from => goTrail({ from }, { replace: true })} />
          {t('trail.span')}
          <DayBox name={t('trail.to')} day={to} onChange={to => goTrail({ to }, { replace: true })} />
        </span>
      </div>
      <p className={style.summary}>
        <span role="status">{summary}</span>
        {Object.keys(place).length > 0 && (
          <Button className={style.clear ?? ''} size="small" type="link" onClick={() => goTrail(NOTHING_CHOSEN)}>
            {t('trail.clear')}
          </Button>
        )}
        <Export place={place} now={now} />
      </p>
    </search>
  )
}

const PAUSE = 400 // ms without a key before it is searched

type WordsProps = {
  name: string
  hint?: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function Words({ name, hint, value = '', onChange }: WordsProps) {
  const [text, setText] = useState(value)
  const [composing, setComposing] = useState(false)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (composing || text.trim() === value) return
    const timer = setTimeout(() => onChange(text.trim() || undefined), PAUSE)
    return () => clearTimeout(timer)
  }, [text, value, composing, onChange])
  return (
    <Input
      size="small"
      variant="filled"
      allowClear
      value={text}
      maxLength={200}
      placeholder={name}
      aria-label={name}
      title={hint ?? name}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onChange={event => setText(event.target.value)}
    />
  )
}

/** The days that were chosen, else this month, as a file that proves itself. */
function Export({ place, now }: { place: TrailPlace; now: number }) {
  if (!useMay()('trail.export')) return null
  const days = exportDays(place, now)
  return (
    <a className={style.export} href={exportAddress(days)} download title={t('trail.export-hint')}>
      {t('trail.export')} <span>{t('trail.export-of', days)}</span>
    </a>
  )
}
