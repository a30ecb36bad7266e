import type { SkinTrait } from './facets.ts';

const table = (rows: Partial<Record<SkinTrait, string>>): readonly (readonly [string, SkinTrait])[] =>
  Object.entries(rows).flatMap(([trait, list]) =>
    list.split(', ').map((phrase): [string, SkinTrait] => [phrase, trait as SkinTrait]),
  );

/** Nouns and adjectives of lesions that only the skin has. A phrase is up to three words, without hyphens, of which `s` may be left. */
export const OWN_FORMS = table({
  macule: 'macule, macular, maculopapular, freckle, lentigo, lentigines',
  papule:
    'papule, papular, maculopapular, papulosquamous, papulonodular, papulopustule, papulopustular, pimple, micropapule, papulovesicle, wart, skin bump, raised bump, red bump, itchy bump',
  nodule: 'papulonodular, nodulocystic, skin nodule, subcutaneous nodule, cutaneous nodule, dermal nodule',
  plaque: 'papulosquamous, skin plaque',
  vesicle: 'vesicle, vesicular, vesiculopustular, vesicopustular, vesiculobullous, papulovesicle, small blister',
  bulla: 'bulla, bullae, bullous, blister, blistering, vesiculobullous',
  pustule: 'pustule, pustular, papulopustule, papulopustular, vesiculopustular, vesicopustular, whitehead, pus bump',
  wheal: 'wheal, hive, welt, urticaria, urticarial',
  purpura: 'purpura, purpuric, petechia, petechiae, petechial, ecchymosis, ecchymoses, ecchymotic, bruise, bruising',
  comedo: 'comedone, comedones, comedo, comedonal, blackhead, whitehead',
  ulcer: 'oral ulcer, mouth ulcer, mouth sore',
  erosion: 'oral erosion',
  rash: 'rash, eruption, exanthem, exanthema, dermatitis, breaking out',
  lesion:
    'oral lesion, skin lesion, cutaneous lesion, skin finding, mole, nevus, naevus, skin growth, skin change, wart',
});

/** Words for lesions that other organs have as well: of the skin when a colour, a surface or a place of the skin is told with them. */
export const SHARED_FORMS = table({
  macule: 'flat spot, flat lesion, flat area',
  patch: 'patch, patches',
  papule: 'bump, tiny growth, small growth',
  plaque: 'plaque',
  nodule: 'nodule, nodular, lump',
  tumour: 'tumor, tumour, mass, growth, exophytic, polypoid',
  erosion: 'erosion, eroded, erosive, denuded',
  ulcer: 'ulcer, ulceration, ulcerated, ulcerating, sore, wound',
  cyst: 'cyst, cystic',
  band: 'streak, band',
  lesion: 'lesion, spot, growth, discoloration, discolouration, scar',
  rash: 'erythema, redness',
});

export const TRAITS = table({
  red: 'red, reddish, pink, pinkish, erythematous, erythema, salmon, salmon colored, salmon colored, redness, bright red, beefy red, reddened',
  violet:
    'violaceous, purple, purplish, violet, red purple, purple red, heliotrope, red violaceous, lilac, plum colored',
  'blue-grey': 'blue, bluish, blue gray, blue grey, slate gray, slate grey, gray, grey, grayish, greyish',
  'blue-black': 'blue black, blueblack, bluish black, brown black, brownish black',
  brown:
    'brown, brownish, tan, hyperpigmented, hyperpigmentation, pigmented, bronze, dark brown, red brown, reddish brown, yellow brown, darkening, darkened, dark spot, dark patch, dark lesion, light brown, tan brown',
  black: 'black, black eschar, eschar, jet black',
  pale: 'hypopigmented, hypopigmentation, pale, lighter, light patch, light spot, hypochromic',
  white: 'white, whitish, depigmented, depigmentation, ivory, porcelain white, milky white, achromic',
  yellow: 'yellow, yellowish, yellow orange, golden',
  orange: 'orange, orange red, red orange, apricot',
  'skin-coloured':
    'skin colored, skin coloured, flesh colored, flesh coloured, fleshcolored, skincolored, flesh toned, skin toned',
  dusky: 'dusky, dark center, darker center, dark centre, dusky center, gunmetal gray',
  varied:
    'variegated, multicolored, varying colors, different colors, different shades, shades of brown, variable color, several colors, uneven color',
  green: 'green, greenish',
  scale:
    'scale, scaly, scaling, desquamation, desquamating, peeling, flaky, flaking, flake, squamous plaque, scurf, silvery',
  'greasy-scale': 'greasy, greasy scale, yellow scale, yellowish scale, greasy scaling',
  crust: 'crust, crusted, crusting, scab, scabbed, scabbing, crusty',
  'honey-crust': 'honey colored, honey coloured, golden crust, honey crusted, honeycolored',
  keratotic:
    'hyperkeratotic, keratotic, keratosis, rough, gritty, hyperkeratosis, sandpaper like, horn, keratin plug, keratinous, callused, horny, thickened skin, keratoderma',
  verrucous:
    'verrucous, verruciform, warty, wart like, wartlike, vegetating, vegetative, cauliflower, cauliflower like, papillomatous, stuck on, velvety',
  lichenified:
    'lichenified, lichenification, leathery, thickened, thickening, accentuated skin lines, accentuated skin markings',
  atrophic: 'atrophic, atrophy, thinned, wrinkled, cigarette paper, cigarette paper like, thin skin',
  indurated:
    'indurated, induration, hardened, thick skin, tight skin, skin tightening, sclerotic, bound down, woody, peau d',
  firm: 'firm, rubbery, hard',
  soft: 'soft, compressible, doughy',
  mobile: 'mobile, freely movable, movable, freely mobile',
  friable: 'friable, bleed easily, easily bleed, vascular',
  pearly: 'pearly, pearl like, opalescent',
  shiny: 'shiny, glistening, glossy',
  telangiectatic:
    'telangiectasia, telangiectasias, telangiectases, telangiectatic, arborizing vessels, arborising vessels, surface vessels, visible blood vessels, dilated vessels',
  umbilicated: 'umbilicated, umbilication, central dell, central dimple, central depression, central indentation',
  'dome-shaped': 'dome shaped, domeshaped',
  'flat-topped': 'flat topped, flattopped, polygonal, planar',
  pedunculated: 'pedunculated, on a stalk, stalk, filiform, polypoid',
  punctum: 'punctum, central pore, central punctum, central core, keratin filled, keratin plug, crater, central crater',
  excoriated: 'excoriated, excoriation, excoriations, scratch marks, scratched',
  ulcerated: 'ulcerated, central ulceration, ulceration, ulcerating',
  waxy: 'waxy',
  necrotic: 'necrotic, necrosis, black eschar, eschar, gangrenous',
  dimpling: 'dimple sign, dimples, dimpling, dimple, retracts beneath, pinching, invaginates, lateral compression',
  rippled: 'rippled, ripple, moth eaten',
  translucent: 'translucent, clear, gelatinous, fluid filled, mucoid',
  blanching: 'blanching, blanches, blanchable, blanch',
  'non-blanching': 'non blanching, nonblanching, non blanchable, nonblanchable, not blanch',
  swollen: 'edematous, oedematous, swollen, puffy, succulent, juicy',
  warm: 'warm, hot to touch, warm to touch, warmth',
  hairless: 'hairless, loss of hair, hair loss, alopecia, bald',
  depressed: 'depressed, pitted, sunken, punched out, atrophic scar, pits',
  sharp:
    'well demarcated, well defined, sharply demarcated, sharply defined, well circumscribed, sharply marginated, sharp border, demarcated, circumscribed, discrete',
  blurred: 'ill defined, poorly demarcated, poorly defined, indistinct border, illdefined, vague border',
  irregular:
    'irregular border, irregular borders, irregularly bordered, asymmetric, asymmetrical, asymmetry, jagged border, notched border, irregular margins, irregular edges, uneven border, irregular shape, irregularly shaped',
  raised:
    'raised border, raised borders, elevated border, raised edge, raised edges, raised margin, raised rim, raised, elevated',
  undermined: 'undermined, undermined border, undermined edges, overhanging, cribriform',
  rolled: 'rolled border, rolled borders, rolled edges, rolled, heaped up',
  annular:
    'annular, ring shaped, ringshaped, ringlike, ring like, circular, central clearing, arcuate, polycyclic, arciform, round patch, round patches',
  linear:
    'linear, curvilinear, in a line, streaks, linearly, rows, zosteriform, blaschkoid, lines of blaschko, streaky',
  grouped: 'grouped, clustered, cluster, clusters, herpetiform, groups, agminated',
  'net-like':
    'reticulated, reticular, reticulate, lacy, lace like, net like, netlike, retiform, mottled, livedo, stellate, branching, mesh like',
  targetoid: 'targetoid, target, target like, bulls eye, bull eye, bullseye, iris lesion, concentric',
  serpiginous:
    'serpiginous, serpentine, tortuous, winding, threadlike, thread like, burrow, burrows, tracts, snake like',
  dermatomal: 'dermatomal, dermatome, dermatomes, dermatomal distribution, band like, unilateral distribution',
  symmetrical: 'symmetric, symmetrical, symmetrically, bilateral, bilaterally',
  widespread:
    'generalized, generalised, widespread, diffuse, diffusely, disseminated, entire body, all over, whole body, full body, head to toe',
  follicular: 'follicular, perifollicular, follicle, hair follicle, folliculocentric, follicles',
  coalescing: 'coalescing, confluent, coalesce, coalesced, merging',
  single: 'solitary, single, isolated',
  multiple: 'multiple, numerous, many, several, scattered, crops, dozens, countless, innumerable',
  whorled: 'whorled, whorls, swirled, swirling, marble cake',
  'sparing-folds':
    'sparing the folds, sparing of the folds, spares the folds, sparing the creases, sparing inguinal, spares the inguinal',
  'one-sided': 'unilateral, unilaterally',
  itchy: 'itchy, itching, itch, itches, pruritic, pruritus, pruritis',
  painful: 'painful, tender, pain, tenderness, sore, hurts, exquisitely tender',
  painless:
    'painless, nontender, non tender, asymptomatic, does not hurt, non painful, nonpainful, not painful, not tender',
  burning: 'burning, stinging, burns, stings, tingling',
  numb: 'numb, anesthetic, anaesthetic, hypoesthetic, loss of sensation, insensate, decreased sensation, reduced sensation',
  bleeding: 'bleeding, bleeds, bled, bleed, hemorrhagic, haemorrhagic, spontaneous bleeding',
  weeping:
    'weeping, oozing, exudate, moist, draining, purulent, discharge, discharging, macerated, exudative, drainage',
  growing:
    'growing, enlarging, enlarged, grown, increased in size, increasing in size, bigger, larger, grew, getting bigger, getting larger, expanded, expanding, enlarges',
  fast: 'rapidly growing, rapidly enlarging, grown rapidly, grew rapidly, rapid growth, rapidly grown, quickly grown, grown quickly, enlarged rapidly, rapidly enlarged, over weeks',
  'since-birth': 'since birth, at birth, congenital, birthmark, from birth, first weeks of life',
  recurrent:
    'recurrent, recurring, recurs, recurred, comes and goes, come and go, flares, episodic, intermittent, similar lesions, same site, same location, waxing and waning',
  'non-healing':
    'non healing, nonhealing, not healing, fails to heal, failed to heal, not healed, has not healed, does not heal, never heals, heals and recurs, persistent sore, will not heal',
  fleeting:
    'transient, evanescent, within 24 hours, less than 24 hours, disappear within hours, resolve within hours, migratory, fleeting, resolves within hours',
  spreading: 'spreading, spread, spreads, extending, advancing',
});

export const SITES = table({
  scalp: 'scalp, hairline, occiput, vertex',
  face: 'face, facial, cheek, cheeks, nose, nasolabial, forehead, chin, eyelid, eyelids, periorbital, perioral, malar, temple, temples, jaw, jawline, periocular, glabella, eyebrow, eyebrows, nasal bridge, ala',
  nose: 'nose, nasal bridge, nasal tip, ala, nasolabial, nasal ala',
  cheek: 'cheek, cheeks, malar, zygoma',
  forehead: 'forehead, temple, temples, glabella',
  eyelid: 'eyelid, eyelids, periorbital, periocular, lower lid, upper lid, under the eyes, eyebrow, eyebrows',
  perioral: 'perioral, periorificial, around the mouth, around his mouth, around her mouth, corners of mouth',
  ear: 'ear, ears, earlobe, helix, antihelix, pinna, auricle, retroauricular, postauricular',
  lip: 'lip, lips, vermilion, lower lip, upper lip',
  mouth:
    'oral mucosa, buccal mucosa, mouth, tongue, gingiva, gingival, palate, buccal, mucosa, mucosal, mucous membranes, oral cavity, oropharynx, oral ulcer, oral lesion, oral erosion, mouth ulcer, mouth sore',
  neck: 'neck, nape, v of neck',
  trunk:
    'trunk, torso, chest, abdomen, flank, flanks, shoulder, shoulders, truncal, sternum, presternal, upper back, lower back, on back, her back, his back, the back, and back, mid back, abdominal wall, periumbilical, umbilicus, belly, waist, waistline, scapula, side',
  buttock: 'buttock, buttocks, gluteal, sacral, sacrum, gluteal cleft, natal cleft, lumbosacral',
  arm: 'arm, arms, forearm, forearms, elbow, elbows, upper extremity, upper extremities, extremities, limbs, upper arms, upper limb, upper limbs, antecubital',
  hand: 'hand, hands, finger, fingers, palm, palms, wrist, wrists, knuckle, knuckles, thumb, palmar, fingertip, fingertips, acral, web spaces, interdigital, dorsal hands, metacarpophalangeal',
  palm: 'palm, palms, palmar, palmoplantar, palms and soles',
  leg: 'leg, legs, shin, shins, thigh, thighs, calf, calves, knee, knees, ankle, ankles, lower extremity, lower extremities, extremities, limbs, pretibial, lower limb, lower limbs, malleolus, popliteal',
  shin: 'shin, shins, pretibial, anterior leg, lower leg, lower legs, anterior legs',
  foot: 'foot, feet, toe, toes, sole, soles, heel, heels, plantar, acral, instep, palmoplantar, ankle, ankles',
  sole: 'sole, soles, plantar, palmoplantar',
  nail: 'nail, nails, fingernail, toenail, nail bed, nail plate, subungual, periungual, ungual, fingernails, toenails, nail fold',
  fold: 'flexural, flexures, flexor, antecubital, popliteal, axilla, axillae, axillary, armpit, armpits, groin, inguinal, inframammary, skin folds, folds, intertriginous, intergluteal, skin fold, body folds, creases',
  axilla: 'axilla, axillae, axillary, armpit, armpits',
  extensor: 'extensor, elbows, knees, elbow and knee, elbows and knees, extensor surface, extensor surfaces',
  genital:
    'genital, genitals, genitalia, penis, penile, glans, scrotum, scrotal, vulva, vulvar, vulval, labia, labium, perineum, prepuce, foreskin, anogenital, vaginal introitus, perigenital, penile shaft, pubic',
  perianal: 'perianal, anus, anal, anogenital, perineal',
  nappy: 'diaper, nappy, diaper area',
  'sun-exposed': 'sun exposed, photodistributed, photodistribution, sunexposed, photoexposed, v of neck, sun damaged',
  seborrhoeic: 'seborrheic, seborrhoeic, nasolabial, seborrheic distribution',
});

/** Organs and examinations that tell of something else than the skin. */
export const ELSEWHERE =
  /\b(?:lungs?|pulmonary|lobe|bronch\w+|hilar|mediastin\w+|hepatic|liver|renal|kidneys?|thyroid|adrenal|pancrea\w+|brain|cerebr\w+|cerebell\w+|white matter|periventricular|carotid|coronary|aort\w+|arter\w+|pleura\w*|valv\w+|o?esophag\w+|gastr\w+|stomach|duoden\w+|colon\w*|rect(?:al|um)|bowel|bladder|ureth?r\w+|cervix|cervical (?:os|lesion|discharge)|uter\w+|ovar\w+|adnexa\w*|vertebra\w*|bones?|lytic|x-?rays?|radiograph\w*|CT|MRI|PET|ultraso\w+|echocardio\w+|endoscop\w+|mammogra\w+|fundus|fundoscop\w+|retina\w*|optic|cornea\w*|vocal|demyelinat\w+|joints?|synovi\w+|lymph nodes?|lymphadenopathy|node|spinal|spleen|tonsil\w*|pharyn\w+|breasts?|nipple|vision|visual|seeing|sees|prostate|testic\w+|test[ie]s|stools?|sputum|blood|gallbladder|spine|fracture|biopsy of the (?:node|colon|liver))\b/i;
/** Where the words of another organ stand, these make it the skin's all the same. */
export const OF_SKIN = /\b(?:skin|cutaneous\w*|subcutaneous|dermat\w+|rash|papul\w+|macul\w+|overlying)\b/i;
