import type { TokenActions } from '@huiyin/schemas/token.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useDecisionKey } from '../data/decision-key.ts'
import { api, told } from '../data/http.ts'
import { slowly } from '../form/busy.ts'
import { language, t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './house.module.css'
import { called, field, number, text } from './kinds/pieces.ts'
import { Editor } from './shape/editor.tsx'
import { group, thingOf } from './shape/shape.ts'
import { lacking, WrongContext } from './shape/wrong.ts'

const SHAPE = group(
  called('name', 'field.token-name', text(100), { hint: 'field.token-name-hint' }),
  called('days', 'field.token-days', number(1, 366, 'field.day-count')),
  field('perMinute', number(1, 60_000), { optional: true, hint: 'field.perMinute-hint' })
)

type FormProps = { actions: TokenActions['rows']; onMade: (token: string) => void; onClose: () => void }

/** What a program may do in one's name, and for how long. */
export function TokenForm({ actions, onMade, onClose }: FormProps) {
  const [value, setValue] = useState<unknown>({ name: '', days: 90 })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { key, onSettled } = useDecisionKey()
  const making = useMutation({
    mutationFn: () => {
      const params = { header: { 'idempotency-key': key } }
      const body = { ...(thingOf(value) as Body), actions: [...chosen] }
      return told(api.POST('/api/tokens', { params, body }))
    },
    onSuccess: ({ token }) => onMade(token),
    onSettled,
    gcTime: 0 // the secret goes with the page
  })
  const wrong = lacking(SHAPE, value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wrong.length === 0 && chosen.length > 0) making.mutate()
  }
  const turn = (action: string) =>
    setChosen(chosen.includes(action) ? chosen.filter(one => one !== action) : [...chosen, action])
  return (
    <form className={style.form} onSubmit={submit} aria-label={t('token.make')}>
      <div className={style.scroll}>
        <WrongContext value={[]}>
          <Editor shape={SHAPE} value={value} path="" label={t('token.make')} onChange={setValue} />
        </WrongContext>
        <h3>{t('token.actions')}</h3>
        <p className={style.hint}>{t('token.actions-hint')}</p>
        <fieldset className={style.ticks} aria-label={t('token.actions')}>
          {actions.map(one => (
            <label key={one.action} title={one.action}>
              <input type="checkbox" checked={chosen.includes(one.action)} onChange={() => turn(one.action)} />
              {one[language()]}
            </label>
          ))}
        </fieldset>
      </div>
      <footer className={style.foot}>
        {making.error && <Alert type="error" showIcon title={problemWords(making.error)} />}
        <div className={style.buttons}>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={slowly(making.isPending)}
            disabled={wrong.length > 0 || chosen.length === 0}
          >
            {t('token.make')}
          </Button>
        </div>
      </footer>
    </form>
  )
}

type Body = { name: string; days: number; perMinute?: number }
