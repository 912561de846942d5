import { Button, Input, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { language, t } from '../language.ts'
import style from './menu.module.css'

type ExportProps = {
  /** The route without its ending. */
  files: string
  query: Readonly<Record<string, string>>
  /** The view's numbers are here: a picture of them can be made. */
  onPicture?: () => Promise<void>
  small?: boolean
  /** Another way to show it. */
  more?: ReactNode
}

/** The view as a table, as a picture, as a link. */
export function ExportMenu({ files, query, onPicture, small = false, more }: ExportProps) {
  const [failed, setFailed] = useState(false)
  const [open, setOpen] = useState(false)
  const address = (ending: string) => `${files}.${ending}?${new URLSearchParams({ ...query, lang: language() })}`
  const save = () => {
    setFailed(false)
    onPicture?.().then(
      () => setOpen(false),
      () => setFailed(true)
    )
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={
        <ul className={style.menu}>
          {(['xlsx', 'csv'] as const).map(ending => (
            <li key={ending}>
              <a href={address(ending)} download onClick={() => setOpen(false)}>
                {t(`boards.export-${ending}`)}
              </a>
            </li>
          ))}
          {onPicture && (
            <li>
              <button type="button" onClick={save}>
                {t('boards.export-png')}
              </button>
              {failed && <p role="alert">{t('boards.picture-failed')}</p>}
            </li>
          )}
          <li>
            <CopyLink />
          </li>
          {more && <li>{more}</li>}
        </ul>
      }
    >
      <Button size={small ? 'small' : 'middle'}>{t('boards.export')}</Button>
    </Popover>
  )
}

/** What leads another to the very same view; on plain-http addresses, where browsers have no clipboard, to copy by hand. */
function CopyLink() {
  const [copied, setCopied] = useState<'yes' | 'by-hand'>()
  const copy = () => {
    if (!('clipboard' in navigator)) return setCopied('by-hand')
    navigator.clipboard.writeText(location.href).then(
      () => setCopied('yes'),
      () => setCopied('by-hand')
    )
  }
  if (copied === 'by-hand')
    return (
      <Input
        readOnly
        autoFocus
        value={location.href}
        aria-label={t('boards.link-by-hand')}
        onFocus={event => event.target.select()}
      />
    )
  return (
    <button type="button" onClick={copy}>
      {t(copied === 'yes' ? 'boards.link-copied' : 'boards.export-link')}
    </button>
  )
}
