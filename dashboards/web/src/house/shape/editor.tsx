import { createContext, useContext, useId } from 'react'
import { useNow } from '../../data/server-time.ts'
import { t } from '../../language.ts'
import { Box } from './box.tsx'
import { RowsEditor } from './rows-editor.tsx'
import style from './shape.module.css'
import {
  blankFields,
  blankOf,
  type Field,
  fieldsOf,
  type Group,
  type Kinds,
  type Shape,
  thingOf,
  within
} from './shape.ts'
import { useWrongAt } from './wrong.ts'

/** Whether something is being added: then what is said once can be said. */
export const AddingContext = createContext(false)

type EditorProps<S = Shape> = {
  shape: S
  value: unknown
  path: string
  label: string
  onChange: (next: unknown) => void
}

/** Edits a value by its shape. `path`: where it stands, so that what is wrong is said there. */
export function Editor(props: EditorProps) {
  const { shape } = props
  if (shape.as === 'group') return <FieldsEditor {...props} shape={shape} />
  if (shape.as === 'kinds') return <KindsEditor {...props} shape={shape} />
  if (shape.as === 'rows') return <RowsEditor {...props} shape={shape} />
  return <Plain {...props} />
}

export const WrongHere = ({ path }: { path: string }) => (
  <>
    {useWrongAt(path).map(({ words }) => (
      <span key={words} className={style.wrong} role="alert">
        {words}
      </span>
    ))}
  </>
)

function Plain({ shape, value, path, label, onChange }: EditorProps) {
  const id = useId()
  return (
    <div data-path={path} className={style.control}>
      <Box shape={shape} value={value} id={id} label={label} onChange={onChange} />
      <WrongHere path={path} />
    </div>
  )
}

function FieldsEditor({ shape, value, path, onChange }: EditorProps<Group | Kinds>) {
  const thing = thingOf(value)
  const adding = useContext(AddingContext)
  const fields = fieldsOf(shape, value).filter(({ once }) => adding || !once)
  return (
    <div className={style.fields}>
      {fields.map(field => (
        <FieldEditor
          key={field.name}
          field={field}
          value={thing[field.name]}
          path={within(path, field.name)}
          onChange={next => onChange(withField(thing, field, next))}
        />
      ))}
    </div>
  )
}

/** What may be absent is so when nothing is entered. */
function withField(thing: Readonly<Record<string, unknown>>, { name, optional }: Field, next: unknown) {
  const isNothing = next === undefined || (optional && (next === '' || (Array.isArray(next) && next.length === 0)))
  if (!isNothing) return { ...thing, [name]: next }
  if (!optional) return { ...thing, [name]: undefined }
  const { [name]: _, ...rest } = thing
  return rest
}

type FieldProps = { field: Field; value: unknown; path: string; onChange: (next: unknown) => void }

/** What holds others stands below its name, over the whole width. */
const LARGE: ReadonlySet<Shape['as']> = new Set(['group', 'kinds', 'rows'])
const WIDE: ReadonlySet<Shape['as']> = new Set(['words', 'some', 'refs', 'weekdays', 'lengths'])

/** Of boxes to tick, each of which has a label of its own. */
const TICKED: ReadonlySet<Shape['as']> = new Set(['some', 'refs', 'weekdays'])

function FieldEditor({ field, value, path, onChange }: FieldProps) {
  const { word, shape, hint } = field
  const id = useId()
  const label = t(word)
  const said = hint && <span className={style.hint}>{t(hint)}</span>
  if (LARGE.has(shape.as)) return <LargeField field={field} value={value} path={path} onChange={onChange} />
  const isWide = WIDE.has(shape.as) || (shape.as === 'text' && shape.rows !== undefined)
  return (
    <div className={isWide ? style.wide : style.field} data-path={path}>
      {TICKED.has(shape.as) ? (
        <span className={style.name}>{label}</span>
      ) : (
        shape.as !== 'flag' && (
          <label htmlFor={id} className={style.name}>
            {label}
          </label>
        )
      )}
      <Box shape={shape} value={value} id={id} label={label} onChange={onChange} />
      {said}
      <WrongHere path={path} />
    </div>
  )
}

function LargeField({ field, value, path, onChange }: FieldProps) {
  const { word, shape, hint, optional } = field
  const now = useNow()
  const label = t(word)
  const isThere = value !== undefined
  const maybe = optional && shape.as !== 'rows'
  return (
    <fieldset className={style.large} data-path={path}>
      <legend>
        {maybe ? (
          <label className={style.tick}>
            <input
              type="checkbox"
              checked={isThere}
              onChange={({ target }) => onChange(target.checked ? blankOf(shape, now) : undefined)}
            />
            {label}
          </label>
        ) : (
          label
        )}
      </legend>
      {hint && <p className={style.hint}>{t(hint)}</p>}
      <WrongHere path={path} />
      {(isThere || !maybe) && <Editor shape={shape} value={value} path={path} label={label} onChange={onChange} />}
    </fieldset>
  )
}

/** Which of the forms it is, then its fields; what the forms share stays when another is chosen. */
function KindsEditor({ shape, value, path, label, onChange }: EditorProps<Kinds>) {
  const id = useId()
  const now = useNow()
  const thing = thingOf(value)
  const choose = (kind: string) => {
    const fields = shape.of.find(one => one.kind === kind)!.fields
    const kept = Object.entries(thing).filter(([name]) => fields.some(field => field.name === name))
    onChange({ [shape.by]: kind, ...blankFields(fields, now), ...Object.fromEntries(kept) })
  }
  return (
    <div className={style.kinds}>
      <select
        id={id}
        className={style.kind}
        aria-label={label}
        value={String(thing[shape.by] ?? '')}
        onChange={({ target }) => choose(target.value)}
      >
        {shape.of.map(({ kind, word }) => (
          <option key={kind} value={kind}>
            {t(word)}
          </option>
        ))}
      </select>
      <FieldsEditor shape={shape} value={value} path={path} label={label} onChange={onChange} />
    </div>
  )
}
