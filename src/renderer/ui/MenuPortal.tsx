/** Where menus open: over everything, yet within the header, so that no part of the window lies outside its landmarks. */
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

export const MenuPortal = ({ children }: { readonly children: ReactNode }) => (
  <DropdownMenu.Portal container={document.querySelector<HTMLElement>('.header')}>{children}</DropdownMenu.Portal>
)
