import { Button, Input } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Composition } from '../../data/drafts.ts'
import { t } from '../../language.ts'
import { useDesk } from '../desk.ts'
import { Findings } from './findings.tsx'
import { Preview } from './preview.tsx'
import { ProposeButton, Proposed, useProposal } from './proposal.tsx'
import { ReplaceNote } from './replacing.tsx'
import style from './reply.module.css'
import { attestForm } from './reply-forms.ts'
import { ReplyTools } from './reply-tools.tsx'
import { TemplateMenu, TemplateValues } from './template-menu.tsx'
import { useWriting } from './use-writing.ts'
import { Waiting, waitingForMe } from './waiting.tsx'

type ReplyBoxProps = { draft: Composition; onChange: (draft: Composition) => void }

/** Where a reply is written: checked as one writes, and one button that says what will happen. */
export function ReplyBox({ draft, onChange }: ReplyBoxProps) {
  const { view, busy } = useDesk()
  const [choosing, setChoosing] = useState(false)
  const [anyway, setAnyway] = useState(false)
  const [previewing, setPreviewing] = useState(false)
  const proposing = useProposal(view.id)
  const box = useRef<HTMLDivElement>(null)
  const writing = useWriting(draft)
  const { text, closed, checked, limit, count } = writing

  const area = () => box.current?.querySelector('textarea')
  const before = draft.text.length - draft.text.trimStart().length // what is checked begins after it
  const show = (from: number, to: number) => {
    area()?.focus()
    area()?.setSelectionRange(before + from, before + to)
  }
  const byKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) writing.send()
  }

  const waiting = waitingForMe(view.replies)
  if (waiting && draft.text === '' && !anyway) return <Waiting {...waiting} onWrite={() => setAnyway(true)} />
  if (closed !== undefined && draft.text === '') return <p className={style.closed}>{closed}</p>
  return (
    <div className={style.form} ref={box} data-idle={draft.text === ''}>
      {closed === undefined && (
        <ReplyTools draft={draft} choosing={choosing} onChange={onChange} onTemplates={() => setChoosing(!choosing)}>
          {view.writing.proposes && <ProposeButton asked={proposing} />}
          <Button size="small" aria-expanded={previewing} onClick={() => setPreviewing(!previewing)}>
            {t('preview.show')}
          </Button>
        </ReplyTools>
      )}
      {choosing && (
        <TemplateMenu
          draft={draft}
          onChoose={made => {
            setChoosing(false)
            onChange(made)
            area()?.focus()
          }}
        />
      )}
      <Proposed asked={proposing} draft={draft} onChange={onChange} />
      {closed === undefined && <ReplaceNote text={draft.text.trim()} />}
      <Edited draft={draft} onEnd={() => onChange({ ...draft, edits: undefined })} />
      {writing.made && <TemplateValues {...writing.made} draft={draft} onChange={onChange} />}
      <Input.TextArea
        value={draft.text}
        disabled={busy === 'replies'}
        placeholder={t('reply.placeholder')}
        aria-label={t('reply.title')}
        rows={3}
        status={count > limit || writing.refused ? 'error' : ''}
        onChange={event => onChange({ ...draft, text: event.target.value })}
        onKeyDown={byKeys}
      />
      {checked && checked.findings.length > 0 && (
        <Findings
          text={text}
          findings={checked.findings}
          onShow={show}
          onReplace={(from, to, by) => onChange({ ...draft, text: text.slice(0, from) + by + text.slice(to) })}
        />
      )}
      {previewing && <Preview text={text} />}
      <Foot draft={draft} writing={writing} />
    </div>
  )
}

function Edited({ draft, onEnd }: { draft: Composition; onEnd: () => void }) {
  const reply = useDesk().view.replies.find(({ id }) => id === draft.edits)
  return (
    reply && (
      <p className={style.note}>
        {t('reply.editing', { who: reply.author.name })}
        <button type="button" className={style.quiet} onClick={onEnd}>
          {t('reply.edit-end')}
        </button>
      </p>
    )
  )
}

function Foot({ draft, writing }: { draft: Composition; writing: ReturnType<typeof useWriting> }) {
  const { view, now, busy, ask } = useDesk()
  const { text, closed, limit, count, does, hint, ready, running, send } = writing
  return (
    <div className={style.buttons}>
      <span className={style.hint} data-keys={draft.text === '' && closed === undefined} role="status">
        {hint}
      </span>
      {closed === undefined && view.may.includes('reply.attest') && (
        <Button type="text" onClick={() => ask(attestForm(view, now, { text }))}>
          {t('act.attest-own')}
        </Button>
      )}
      <span className={count > limit ? style.late : style.faint}>
        {count > limit ? t('reply.over', { count: count - limit }) : t('reply.count', { count, limit })}
      </span>
      <Button type="primary" loading={busy === 'replies'} disabled={!ready} aria-busy={running} onClick={send}>
        {does}
      </Button>
    </div>
  )
}
