import type { EntryView } from '@huiyin/schemas/api-register.ts'
import { useEntry } from '../data/register.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { SheetHead } from '../pane/sheet-head.tsx'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'
import { EntryActs } from './entry-acts.tsx'
import { EntryCourse } from './entry-course.tsx'
import { TONES } from './entry-words.ts'
import { EvidencePart } from './evidence-part.tsx'

type OpenProps = { id: string; now: number; onClose: () => void }

/** One entry wholly: what happened, what shows it, what was decided, and what one may do. */
export function OpenEntry({ id, now, onClose }: OpenProps) {
  const { data, error, refetch } = useEntry(id)
  if (!data) return error ? <Failed title={t('register.failed')} error={error} onRetry={refetch} /> : <Loading />
  const { kind, state, title } = data
  return (
    <>
      <SheetHead title={title} back={t('register.back')} onClose={onClose}>
        <p className={style.acts}>
          <ToneMark tone="plain">{t(`register.kind.${kind}`)}</ToneMark>
          <ToneMark tone={TONES[state]}>{t(`register.state.${state}`)}</ToneMark>
        </p>
        <EntryActs key={data.n} entry={data} now={now} />
      </SheetHead>
      <div className={style.body}>
        <Facts entry={data} now={now} />
        {data.text !== undefined && <p className={style.text}>{data.text}</p>}
        <EvidencePart entry={data} now={now} />
        <EntryCourse entry={data} now={now} />
      </div>
    </>
  )
}

function Facts({ entry, now }: { entry: EntryView; now: number }) {
  const { subject, at, by, enteredAt, severity, training, fact, appealUntil } = entry
  const rows: [string, string, string?][] = [
    [t(`register.subject.${subject.kind}`), subject.name],
    [t('register.at'), clockTime(at, now), exactTime(at)],
    [
      t('register.entered'),
      `${fact === undefined ? by.name : t('register.by-house')} · ${clockTime(enteredAt, now)}`,
      exactTime(enteredAt)
    ],
    ...(severity ? [[t('register.severity'), t(`severity.${severity}`)] as [string, string]] : []),
    ...(training ? [[t('register.hours'), String(training.hours)] as [string, string]] : []),
    ...(training
      ? [
          [t('register.participants'), training.participants.map(({ name }) => name).join(t('facts.and'))] as [
            string,
            string
          ]
        ]
      : []),
    ...(appealUntil !== undefined
      ? [[t('register.appeal-by'), clockTime(appealUntil, now), exactTime(appealUntil)] as [string, string, string]]
      : [])
  ]
  return (
    <dl className={style.entryFacts}>
      {rows.map(([name, value, title]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd title={title}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
