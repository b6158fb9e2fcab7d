import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const PROFILES = {
  title: bilingual('Descriptions disponibles', 'Descriptions available'),
  lead: bilingual(
    'La même ressource est décrite selon plusieurs profils. Un programme choisit le sien par l’en-tête Accept-Profile, ou par _profile dans l’adresse.',
    'The same thing is described in several profiles. A program chooses one by the header Accept-Profile, or by _profile in the address.',
  ),
  native: bilingual('Telle que publiée', 'As published'),
  nativeDescription: bilingual(
    'Tout ce qui est dit de la ressource, dans les termes du profil d’application de ce site.',
    'All that is said of the thing, in the terms of this site’s application profile.',
  ),
  back: bilingual('Revenir à la page de la ressource', 'Back to the page of the thing'),
} satisfies TextTable;
