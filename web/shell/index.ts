import { forgetWhatArrived } from '../draft/sent'
import { closeMenus } from './menus'
import { focusNotice } from './notices'
import { offerPrinting } from './printing'
import { startShortcuts } from './shortcuts'

startShortcuts()
closeMenus()
offerPrinting()
focusNotice()
forgetWhatArrived()
