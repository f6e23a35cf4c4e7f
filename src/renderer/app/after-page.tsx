/** The parts of the window that come after its page, each with what keeps its place until then. */
import { later } from '../ui/later.tsx'

const beside = () => import('./beside.ts')

export const Dialogs = later(async () => (await beside()).Dialogs)
export const DoubtBar = later(async () => (await beside()).DoubtBar)
export const FindBar = later(async () => (await beside()).FindBar)
export const Header = later(
  async () => (await beside()).Header,
  () => <header className="header" />,
)
export const LinkDialog = later(async () => (await beside()).LinkDialog)
export const PictureDrop = later(async () => (await beside()).PictureDrop)
export const Shortcuts = later(async () => (await beside()).Shortcuts)
export const Side = later(async () => (await beside()).Side)
export const Skip = later(async () => (await beside()).Skip)
export const Source = later(async () => (await beside()).Source)
export const StatusBar = later(
  async () => (await beside()).StatusBar,
  () => <footer className="status" />,
)
export const Tabs = later(
  async () => (await beside()).Tabs,
  () => <div className="page-tabs" />,
)
export const Toasts = later(async () => (await beside()).Toasts)
export const RoleMenu = later(
  async () => (await beside()).RoleMenu,
  ({ children }) => children,
)
