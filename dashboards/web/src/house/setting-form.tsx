import { Alert, Button } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './house.module.css'
import type { Effect, Kept, Kind } from './kind.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { useSaving } from './settings-data.ts'
import { isSame } from './shape/changes.ts'
import { AddingContext, Editor } from './shape/editor.tsx'
import { lacking, type Wrong, WrongContext, wrongIn, wrongOf } from './shape/wrong.ts'
import { WrongList } from './wrong-list.tsx'

type FormProps = {
  kind: Kind
  /** What the form begins with. */
  begin: unknown
  /** What stands; absent where something is added. */
  before: Kept | undefined
  /** What the form begins with is a change already. */
  proposes?: boolean
  now: number
  onClose: () => void
  onSaved: () => void
}

/** Edits a setting, shows what that would do, and only then saves it. */
export function SettingForm({ kind, begin, before, proposes, now, onClose, onSaved }: FormProps) {
  const [value, setValue] = useState(begin)
  const [looking, setLooking] = useState(false)
  const [effect, setEffect] = useState<Effect>()
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  const [error, setError] = useState<unknown>()
  const saving = useSaving(kind, onSaved)
  const box = useRef<HTMLFormElement>(null)
  const latest = useRef(begin)
  const refused = wrong.some(({ refuses }) => refuses)

  const edit = (next: unknown) => {
    latest.current = next
    setValue(next)
    setEffect(undefined)
    if (wrong.length > 0) setWrong([])
    setError(undefined)
  }
  const tell = (problem: unknown) => {
    const found = wrongIn(problem)
    setWrong(found)
    setError(found.length > 0 ? undefined : problem)
  }
  const look = async () => {
    const missing = lacking(kind.shape, value)
    setWrong(missing)
    setError(undefined)
    if (missing.length > 0) return setEffect(undefined)
    setLooking(true)
    try {
      const found = (await kind.preview?.(value, before)) ?? {}
      if (latest.current !== value) return // it was changed since: what was looked at is not what would be saved
      setEffect(found)
      setWrong(found.problems?.map(wrongOf) ?? [])
    } catch (problem) {
      if (latest.current === value) tell(problem)
    } finally {
      setLooking(false)
    }
  }
  const save = () => saving.mutate({ value, before }, { onError: tell })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (effect && !refused) save()
    else look()
  }
  const unchanged = before !== undefined && !proposes && isSame(begin, value)
  return (
    <WrongContext value={wrong}>
      <form className={style.form} ref={box} onSubmit={submit} aria-label={t('house.edit')} noValidate>
        <div className={style.scroll}>
          <WrongList wrong={wrong} within={box} />
          <AddingContext value={before === undefined}>
            <Editor shape={kind.shape} value={value} path="" label={t('house.edit')} onChange={edit} />
          </AddingContext>
        </div>
        <footer className={style.foot}>
          {error !== undefined && <Alert type="error" showIcon title={problemWords(error)} />}
          {effect && !refused && (
            <PreviewPanel shape={kind.shape} before={before?.value} value={value} effect={effect} now={now} />
          )}
          <div className={style.buttons}>
            <Button onClick={onClose}>{t('act.cancel')}</Button>
            <Button loading={slowly(looking)} disabled={unchanged} onClick={look} {...(!effect && { type: 'primary' })}>
              {t('house.preview')}
            </Button>
            <Button
              type="primary"
              htmlType="submit"
              loading={slowly(saving.isPending)}
              disabled={!effect || refused || unchanged}
            >
              {t('house.save')}
            </Button>
          </div>
        </footer>
      </form>
    </WrongContext>
  )
}
