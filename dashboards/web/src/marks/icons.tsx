import type { ReactNode } from 'react'

/** Small drawings in the colour of the words beside them. They say nothing that the words do not. */

const Icon = ({ children, size = 14 }: { children: ReactNode; size?: number }) => (
  <svg
    aria-hidden="true"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {children}
  </svg>
)

/** One to four bars, so that levels differ in shape too. */
export const LevelIcon = ({ filled }: { filled: number }) => (
  <svg aria-hidden="true" width="14" height="12" viewBox="0 0 14 12">
    {[0, 1, 2, 3].map(bar => (
      <rect
        key={bar}
        x={bar * 3.6}
        y={9 - bar * 3}
        width="2.6"
        height={3 + bar * 3}
        rx="0.6"
        fill="currentColor"
        opacity={bar < filled ? 1 : 0.25}
      />
    ))}
  </svg>
)

export const AlarmIcon = () => (
  <Icon size={12}>
    <path d="M8 1.8 15 14H1z" />
    <path d="M8 6.4v3.4M8 12v.1" />
  </Icon>
)

export const EyeIcon = () => (
  <Icon size={12}>
    <path d="M1.2 8S3.6 3.6 8 3.6 14.8 8 14.8 8 12.4 12.4 8 12.4 1.2 8 1.2 8z" />
    <circle cx="8" cy="8" r="1.9" />
  </Icon>
)

const MOUTH = {
  negative: 'M5.4 11.200c1.4-1.6 3.8-1.6 5.2 0',
  neutral: 'M5.6 10.600h4.8',
  positive: 'M5.4 9.800c1.4 1.8 3.8 1.8 5.2 0'
}

export const FaceIcon = ({ mood }: { mood: keyof typeof MOUTH }) => (
  <Icon size={13}>
    <circle cx="8" cy="8" r="6.4" />
    <path d="M5.8 6.300v.1M10.2 6.300v.1" strokeWidth="1.9" />
    <path d={MOUTH[mood]} />
  </Icon>
)

export const CheckIcon = () => (
  <Icon>
    <path d="m3 8.4 3.3 3.300L13 4.8" />
  </Icon>
)

export const CheckTwiceIcon = () => (
  <Icon>
    <path d="m1 8.6 3 3.1 6.2-7M7.4 11.300l.6.4 6.6-7" />
  </Icon>
)

export const CrossIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
)

export const ClockIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.4" />
    <path d="M8 4.400V8l2.4 1.6" />
  </Icon>
)

export const SendIcon = () => (
  <Icon>
    <path d="M14.4 1.6 7.2 8.800M14.4 1.6 9.8 14.4 7.2 8.8 1.6 6.200z" />
  </Icon>
)

export const BackIcon = () => (
  <Icon size={18}>
    <path d="M10 3 5 8l5 5" />
  </Icon>
)

export const SettingsIcon = () => (
  <Icon size={16}>
    <path d="M2 4.500h5M11 4.500h3M2 11.500h3M9 11.500h5" />
    <circle cx="9" cy="4.5" r="1.9" />
    <circle cx="7" cy="11.5" r="1.9" />
  </Icon>
)

export const BellIcon = () => (
  <Icon size={16}>
    <path d="M3.6 11.400V7a4.400 4.400 0 0 1 8.800 0v4.400l1 1.200H2.6zM6.600 14.200h2.800" />
  </Icon>
)

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.8" />
    <path d="m10.6 10.6 3.8 3.8" />
  </Icon>
)

export const PersonIcon = () => (
  <Icon size={12}>
    <circle cx="8" cy="5" r="3" />
    <path d="M2.4 14.400c.6-3 2.8-4.6 5.6-4.600s5 1.6 5.6 4.6" />
  </Icon>
)

export const NoteIcon = () => (
  <Icon size={12}>
    <path d="M3 1.800h10v8.400l-4 4H3zM9 14v-3.800h4M5.600 5.200h4.800M5.600 8h3" />
  </Icon>
)

export const FileIcon = () => (
  <Icon size={13}>
    <path d="M3.400 1.600h5.800l3.600 3.600v9.200H3.400zM9 1.800v3.600h3.600" />
  </Icon>
)

export const EmptyIcon = () => (
  <svg
    aria-hidden="true"
    width="56"
    height="56"
    viewBox="0 0 56 56"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
  >
    <path d="M10 15a5 5 0 0 1 5-5h26a5 5 0 0 1 5 5v18a5 5 0 0 1-5 5H26l-9 8v-8h-2a5 5 0 0 1-5-5z" opacity="0.5" />
    <path d="M19 20h18M19 27h11" strokeLinecap="round" opacity="0.5" />
  </svg>
)

export const MenuIcon = () => (
  <Icon size={18}>
    <path d="M2.4 4h11.200M2.400 8h11.200M2.400 12h11.2" />
  </Icon>
)

export const FoldIcon = () => (
  <Icon size={14}>
    <path d="M8.400 3.600 4 8l4.400 4.400M13 3.600 8.600 8l4.400 4.400" />
  </Icon>
)
