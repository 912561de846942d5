import type { BulkAct, JOB_LIMITS } from '@huiyin/schemas/bulk.ts'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useMay } from '../data/may.ts'
import { useDirectory } from '../data/offices.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import type { Shortcut } from '../keys/shortcuts.ts'
import { takeWish } from '../keys/wishes.ts'
import { t } from '../language.ts'
import { useMacros } from '../ticket/work/macros.tsx'
import { ACTIONS, actOf, fieldsOf, KINDS, type Kind, valuesOf } from './act-fields.ts'
import style from './bulk.module.css'
import { clearSelection, sizeOf, useSelection } from './selection.ts'
import { Tried } from './tried.tsx'
import { type On, useRun, useTry } from './use-jobs.ts'

const MOST: (typeof JOB_LIMITS)['ids'] = 2_000

/** What a key begins with, where rows were selected when it was pressed. */
const BY_KEY: { [Name in Shortcut]?: Kind } = {
  assign: 'assign',
  take: 'acknowledge',
  dispatch: 'dispatch',
  dismiss: 'dismiss',
  macro: 'macro',
  correct: 'correct'
}

function wishedOf(kinds: readonly Kind[]): Kind | undefined {
  const wish = takeWish('')
  const wished = wish && BY_KEY[wish]
  return wished && kinds.includes(wished) ? wished : undefined
}

type BulkFormProps = { now: number; onJob: (id: string) => void; onJobs: () => void; onClose: () => void }

/** Chosen → tried → begun. What is tried is what is done: the trial keeps the list of tickets as they were seen. */
export function BulkForm({ now, onJob, onJobs, onClose }: BulkFormProps) {
  const selection = useSelection()
  const may = useMay()
  const kinds = KINDS.filter(kind => may(ACTIONS[kind]))
  const [wished] = useState(() => wishedOf(kinds))
  const [kind, setKind] = useState(wished ?? kinds[0]!)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wished !== undefined) form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus()
  }, [wished])
  const house = { directory: useDirectory().data, macros: useMacros(may('macro.use')).data }
  const fields = fieldsOf(kind, house)
  const [entered, setEntered] = useState<Readonly<Record<string, string>>>({})
  const values = { ...valuesOf(fields), ...entered }
  const trial = useTry()
  const run = useRun()
  const [tried, setTried] = useState<BulkAct>()

  const size = sizeOf(selection)
  const many = selection.all === undefined && size > MOST
  const act = actOf(kind, values)
  const choose = (next: Kind) => {
    setKind(next)
    setEntered({})
    trial.reset()
  }
  const attempt = () => {
    if (!act) return
    const on: On = selection.all ? { filter: selection.all.asked } : { ids: [...selection.ids] }
    setTried(act)
    trial.mutate({ act, on })
  }
  const begin = (list: string) => {
    if (!tried) return
    const done = (id: string) => {
      clearSelection()
      onJob(id)
    }
    run.mutate({ act: tried, list }, { onSuccess: ({ id }) => done(id) })
  }

  if (trial.data && tried)
    return (
      <Tried
        of={trial.data}
        act={tried}
        now={now}
        busy={run.isPending}
        error={run.error}
        onRun={() => begin(trial.data.list)}
        onBack={() => trial.reset()}
        onClose={onClose}
      />
    )
  return (
    <SheetForm
      title={t('bulk.title')}
      submit={t('bulk.try')}
      busy={trial.isPending}
      ready={size > 0 && !many && act !== undefined}
      error={trial.error}
      onSubmit={attempt}
      onClose={onClose}
    >
      <p className={style.of} role="status">
        <strong>{size === 0 ? t('bulk.none') : t(selection.all ? 'bulk.of-all' : 'bulk.of', { count: size })}</strong>
        <span className={style.faint}>
          {size === 0 ? t('bulk.none-hint') : many ? t('bulk.too-many', { most: MOST }) : t('bulk.try-hint')}
        </span>
        <Button size="small" type="link" onClick={onJobs}>
          {t('bulk.jobs')}
        </Button>
      </p>
      <Kinds of={kinds} chosen={kind} onChoose={choose} />
      <div ref={form}>
        {fields.length > 0 && (
          <Fields
            key={kind}
            fields={fields}
            values={values}
            onChange={(name, value) => setEntered({ ...entered, [name]: value })}
          />
        )}
      </div>
    </SheetForm>
  )
}

type KindsProps = { of: readonly Kind[]; chosen: Kind; onChoose: (kind: Kind) => void }

const Kinds = ({ of, chosen, onChoose }: KindsProps) => (
  <fieldset className={style.kinds}>
    <legend>{t('bulk.act')}</legend>
    {of.map(kind => (
      <label key={kind}>
        <input type="radio" name="bulk-act" checked={kind === chosen} onChange={() => onChoose(kind)} />
        <span>{t(`bulk.act.${kind}`)}</span>
      </label>
    ))}
  </fieldset>
)
