/** What is drawn beside the page once that stands: one piece, fetched after the first frame. */
import { FindBar as Find } from '../features/find/FindBar.tsx'
import { Side as SidePane } from '../features/library/Side.tsx'
import { Source as SourcePane } from '../features/source/Source.tsx'
import { withTips } from '../ui/tips.tsx'
import { Dialogs as AllDialogs } from './Dialogs.tsx'
import { Header as HeaderBar } from './Header.tsx'

export { PictureDrop } from '../features/acts/PictureDrop.tsx'
export { DoubtBar } from '../features/doubts/DoubtBar.tsx'
export { LinkDialog } from '../features/editor/LinkDialog.tsx'
export { RoleMenu } from '../features/editor/RoleMenu.tsx'
export { StatusBar } from '../features/editor/StatusBar.tsx'
export { Tabs } from '../features/tabs/Tabs.tsx'
export { Toasts } from '../ui/Toasts.tsx'
export { Shortcuts } from './Shortcuts.tsx'
export { Skip } from './Skip.tsx'
export const Dialogs = withTips(AllDialogs)
export const FindBar = withTips(Find)
export const Header = withTips(HeaderBar)
export const Side = withTips(SidePane)
export const Source = withTips(SourcePane)
