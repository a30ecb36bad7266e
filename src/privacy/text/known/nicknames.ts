/** Short and familiar forms of given names, English; each line's forms stand for each other. */
const GROUPS = `
william bill billy will willy willie liam|robert rob bob bobby robbie bert|richard rich rick ricky dick richie|james jim jimmy jamie|john jack johnny jon
jonathan jon jonny|joseph joe joey|charles charlie chuck chas|thomas tom tommy|edward ed eddie ted teddy ned|edwin ed eddie|david dave davey|michael mike mick mickey
daniel dan danny|matthew matt|anthony tony|andrew andy drew|christopher chris kit|nicholas nick nicky|alexander alex al sandy xander|benjamin ben benny|samuel sam sammy
stephen steve|steven steve|gregory greg|jeffrey jeff|geoffrey geoff|kenneth ken kenny|lawrence larry|leonard len lenny leo|timothy tim timmy|patrick pat paddy
peter pete|philip phil|phillip phil|raymond ray|ronald ron ronnie|donald don donnie|douglas doug|frederick fred freddie|francis frank|franklin frank|george georgie
gerald gerry jerry|harold hal harry|henry hank harry|herbert herb bert|jacob jake|joshua josh|nathan nate|nathaniel nate nat|theodore ted theo|vincent vince vinnie
walter walt|zachary zach|albert al bert|alfred al fred alfie|arthur art|eugene gene|maxwell max|martin marty|russell russ|stanley stan|terrence terry|victor vic|wesley wes
elizabeth liz lizzie beth betty eliza betsy libby lisa|margaret maggie meg peggy marge margie greta|katherine kate katie kathy kat kay|catherine cathy kate katie cat
kathleen kathy kathie kay|mary molly polly mae|patricia pat patty trish patsy|barbara barb babs|susan sue susie suzie|jennifer jen jenny|jessica jess jessie|rebecca becky becca
deborah deb debbie|debra deb debbie|dorothy dot dottie dolly|virginia ginny|victoria vicky vicki tori|alexandra alex sandra lexi|amanda mandy|angela angie|ann annie nancy
anne annie nan|christina chris tina chrissy|christine chris chrissy tina|cynthia cindy|diana di|eleanor ellie nell nora|ellen ellie nell|frances fran frannie|florence flo
gabriella gabby|gertrude trudy gert|helen nell|isabella bella izzy|jacqueline jackie|janet jan|josephine jo josie|judith judy|julia julie|kimberly kim|laura laurie|linda lindy
lillian lily lil|louise lou|lucille lucy|madeline maddie|martha marty patty|melissa missy mel|michelle shelly|mildred millie|natalie nat|nancy nan|olivia liv livvy|pamela pam
penelope penny|philippa pippa|priscilla cilla|rachel rach|rosemary rose rosie|roberta bobbie|samantha sam|sandra sandy|sarah sally sadie|stephanie steph|susanna sue|suzanne sue suzie
teresa terry tess|theresa terry tess tessa|valerie val|veronica ronnie|vivian viv|winifred winnie|yvonne vonnie|abigail abby gail|agnes aggie|beatrice bea trixie|bernadette bernie
caroline carrie carol|charlotte lottie charlie|constance connie|cornelius neil|dominic dom|emily em emmy|evelyn evie eve|genevieve gen|gwendolyn gwen|harriet hattie|ignacio nacho
jesus chuy|jose pepe|francisco paco pancho|guadalupe lupe|eduardo lalo|enrique quique|roberto beto|alejandro alex|mohammed mo|muhammad mo|aleksandr sasha|dmitri dima|mikhail misha`;

/** Other forms of a given name, in lower case. */
export const NICKNAMES: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const group of GROUPS.trim().split(/[|\n]/)) {
    const [full = '', ...short] = group.split(' ');
    map.set(full, [...(map.get(full) ?? []), ...short]);
    for (const name of short) map.set(name, [...(map.get(name) ?? []), full]);
  }
  return map;
})();
