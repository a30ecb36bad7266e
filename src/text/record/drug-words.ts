/**
 * Whether words name a medicine: by the stem that the international nonproprietary names of its class share (WHO, The use of
 * stems in the selection of INN; recalled), or as one of the medicines whose name has no such stem.
 */
export function isDrug(words: string): boolean {
  return WORDS.test(words) || STEMS.test(words);
}

const STEMS =
  /\b\w{3,}(?:pril|sartan|[^h]olol|statin|prazole|conazole|nidazole|dipine|gliptin|gliflozin|glutide|parin|gatran|xaban|[uoix]mab|[ct]inib|ciclib|cillin|cycline|floxacin|mycin|micin|bactam|penem|ovir|avir|evir|tegravir|vudine|tidine|setron|triptan|oxetine|aprine?|idone|apine|azepam|azolam|barbital|barbitone|profen|coxib|fenac|sone|solone|olone|semide|thiazide|lactone|terol|tropium|lukast|glitazone|dronate|dronic acid|zosin|afil|caine|peridol|promazine|triptyline|ipramine|cept|limus|platin|rubicin|taxel|phylline|fibrate|thyroxine|thyronine|oestradiol|estradiol|gestrel|progesterone|prost|racetam|gabalin|gabapentin|stigmine|oxone|orphine|codone|fentanil|tadine|rizine|drostenone|relin|ezogabine|zolamide)\b/i;
const WORDS =
  /\b(?:aspirin|acetylsalicylic acid|metformin|insulin|glargine|warfarin|digoxin|lithium|methotrexate|prednison\w*|hydralazine|albuterol|acetaminophen|paracetamol|ibuprofen|valpro\w+|carbamazepine|phenytoin|lamotrigine|topiramate|allopurinol|colchicine|(?:hydroxy)?chloroquine|sulfasalazine|mesala[mz]ine|azathioprine|clopidogrel|heparin|isoniazid|rif\w+in|pyrazinamide|ethambutol|(?:oral|combined|hormonal)?\s?contracepti(?:ve|on)s?(?: pills?)?|birth control|multivitamins?|vitamin [bcdek]\d*|iron(?: supplements?| tablets?)|folic acid|calcium(?: supplements?| carbonate)|nitroglycerin|glyceryl trinitrate|isosorbide|bupropion|trazodone|mirtazapine|venlafaxine|citalopram|sertraline|amiodarone|tamoxifen|anastrozole|letrozole|finasteride|levodopa|carbidopa|baclofen|tramadol|codeine|naproxen|diclofenac|diphenhydramine|sulfonylureas?|glyburide|glipizide|glimepiride|glibenclamide|gliclazide|statins?|ace inhibitors?|beta.?blockers?|nsaids?|diuretics?|antacids?|laxatives?|inhalers?|steroids?|corticosteroids?|isotretinoin|tretinoin|benztropine|clozapine|methimazole|propylthiouracil|carbimazole|cyclophosphamide|mycophenolate|ciclosporin|cyclosporine|antihistamines?|St\.? John['’]s wort|herbal \w+|supplements?)\b/i;
