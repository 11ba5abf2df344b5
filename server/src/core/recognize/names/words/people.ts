/** Given names that are mostly men's. */
export const maleNames = `
aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alex alexander alexei alexey alfred ali allan allen alvaro amir anders andre andreas andrei andrew andriy andy angel angelo ansel
anthony antoine anton antonio antony anwar ariel arjun arnold arthur arturo asif bashar barack barry bart ben benedict benjamin benny bernard bernie bertrand bilal bill billy bjorn bob bobby boris
brad bradley brandon brendan brent brett brian bruce bruno bryan byron caleb calvin cameron carl carlos cesar chad charles charlie chris christian christoph christophe christopher chuck clarence
claude claudio clay clayton cliff clifford clint clive colin connor conor corey craig curtis cyril cyrus dale damian damien dan daniel danny darren darryl dave david dean declan dennis derek dick diego
dieter dimitri dirk dmitri dmitry dmytro dominic dominique don donald doug douglas drew duncan dustin dwight dylan earl ed eddie edgar eduardo edward edwin elijah elliott elon emanuel emil emmanuel enrique eric
erik ernest ernesto ethan eugene evan evgeny fabian fabio federico felipe felix ferdinand fernando fidel francesco francis francisco franco francois françois frank franz fred frederick friedrich gabriel gareth
garry gary gavin geoff geoffrey george gerald gerard gerhard gideon giorgio giovanni giulio giuseppe glen glenn gordon graham grant greg gregory guillermo gustavo guy hamid hamza hans harold harry haruhiko hassan hector
heinz henri henrik henry herbert herman hideo hiroshi horst howard hubert hugh hugo hussein ian ibrahim idris igor ilya imran isaac ismail ivan ivo jack jacob jacques jaime jair jake jakob jamal james
jamie jamieson jan jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joao joaquin joe joel johan johannes john johnny jon jonas jonathan jordan jorge jose josé josef joseph
josep josh joshua juan julian julio jurgen jürgen justin kamal karim karl kazuo keir keith kelvin ken kenneth kevin khalid kiran kirill klaus kofi konrad kurt kyle lance larry lars laurence laurent lawrence lee len leo leon
leonard leonardo leonid leopold leroy leslie lewis liam lionel lloyd lorenzo lou louis luca lucas luigi luis luiz luke magnus mahmoud maksim malcolm manfred manuel marc marcel marcelo marco marcos marcus mario mark
markus marshall martin marvin mateo mathew matteo matthew matthias maurice mauricio max maxim maximilian mehdi mehmet mel melvin michael michel miguel mikael mike mikhail miles milo mitch mitt mohamed mohammad mohammed
morgan moses muhammad mukesh murray mustafa narendra nathan nathaniel neil nelson niall nicholas nick nicolas nicolás niels nigel nikolai nils noah noel norm norman olaf oleg oleksandr oliver olivier omar oscar osama osman otto owen pablo paolo
pascal patrick paul pavel pedro percy peter petr petro phil philip philipp philippe pierre piotr prabowo quentin rafael rahul raj rajesh rajiv ralph ramón ramon randy raoul rashid raul ravi ray raymond recep reginald rehman
reinhard rene rené rex reza ricardo richard rick ricky rob robert roberto robin rod rodney rodrigo roger roland rolf roman ron ronald ronnie ross roy ruben rudolf rudy rupert russell ryan salman salvador sam samir samuel
sanjay santiago saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn shigeru shinzo sidney silvio simon stan stanley stefan stephane stephen steve steven stewart stuart sunil sven syed sylvain tariq taro
ted terence terry thaksin theo theodore thierry thomas tim timothy toby todd tom tomas tommy toni tony travis trevor tyler udo ulrich umar vicente victor viktor vince vincent vitaly vivek vlad vladimir volker volodymyr
wade wally walter warren wayne werner wilfried wilhelm will willem william willie willy winston wolfgang xavier yann yannick yasser yevgeny yoshihide yukio yuri yusuf yves zachary zoran anwar hun hor kao joko jusman ansar benigno rodrigo
jerome tadej kylian lebron tiger usain sachin virat kaoru junichiro shigeru fumio sanae ranil gotabaya mahinda muammar saddam nouri hamid ashraf hamad mohamad mahathir muhyiddin najib ismail
`

/** Given names that are mostly women's. */
export const femaleNames = `
abigail adele adriana agnes aisha alexandra alexis alice alicia alison allison amanda amber amelia amina amy ana anastasia andrea angela angelina anita ann anna annalena anne annette annie antonia april aretha
ariana ashley astrid audrey aung aurora ava barbara beata beatrice beatriz becky belinda bella beth betsy betty beverly bianca bonnie brenda bridget brigitte brittany brooke camilla camille cara carla carly carmen carol carolina
caroline carolyn carrie cassandra catherine cathy cecilia celia charlotte chelsea cheryl chloe christiane christina christine cindy claire clara claudia colleen condoleezza connie constance courtney cristina cynthia daisy daniela
danielle daphne dawn deborah debra delia denise diana diane dina dolores donna dora doris dorothy ebba edith eileen elaine eleanor elena elif elisabeth eliza elizabeth ella ellen elsa emily emma erica erika erin esther
eva eve evelyn fatima fiona florence frances francesca frida gabriela gabrielle gail georgia georgina geraldine gina giorgia gisele giulia gladys glenda gloria grace greta gretchen gwen hailey halima hanna hannah harriet hazel
heather heidi helen helena helene hilary hillary hope ida ilana imelda ines inga ingrid irene irina iris isabel isabella isabelle ivana ivanka jacinda jackie jacqueline jade jan jana jane janet janice jasmine jean jeanette jeanne
jen jenna jennifer jenny jessica jill jo joan joanna joanne jodie josephine joy joyce juanita judith judy julia juliana julie juliet june kaja kamala karen karin karla kate katharina katherine kathleen kathryn kathy katie katrina katya
kay kayla keiko kelly kendra kerry kim kimberly kirsten kirsty kristalina kristen kristi kristin kristina lara larisa latifa laura lauren leah leila lena lesley leslie leticia leyla lily linda lindsay lindsey lisa liv liz liza lois lola lorraine
louise lucia lucy luisa lydia lynn madeleine madonna maggie malala mandy marcia margaret margarita margrethe maria mariam marianne marie marilyn marina marine marion marisa marissa marta martha martina mary mathilde maud maureen maxine megan meghan
melania melanie melinda melissa mercedes mette mia michaela michele michelle mila mildred millie mimi mina miranda miriam molly mona monica monique muriel nadia nadine nancy naomi natalia natalie natasha nicola nicole nikki nina noor nora norma
olga olivia oprah paloma pamela patricia patty paula pauline penelope penny petra phoebe phyllis polly priscilla priti priya rachel ramona rania rebecca regina renata rhonda rita roberta robyn rosa rosalind rose rosemary rosie roxanne ruth
sabine sabrina sally samantha sandra sanna sara sarah sasha selena serena shannon sharon sheikha sheila shelly sherry shirley silvia simone sofia sonia sophia sophie stacey stella stephanie sue summer susan susanna susanne suzanne sylvia tamara tania
tanya tara tatiana tatyana teresa tessa thelma theresa therese tiffany tina tracey tracy tricia tulsi uma ursula valentina valerie vanessa vera veronica vicky victoria viola violet virginia vivian viviane wanda wendy whitney wilma winnie
xiomara yasmin yolanda yulia yvette yvonne zahra zainab zoe ngozi aung sheikh hasina megawati paetongtarn yingluck khaleda benazir indira sushma nirmala mamata tsai sania
`

/** Family names that stand first in Chinese, Korean and Vietnamese names. */
export const familyFirst = `
xi he li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo luo liang song zheng xie tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei lu ding ren yao
liao hou jia fu han qin qian shen meng mao bai tao jin ma dai mo kong fang yin qiu pang wen hua lee kim park choi jung kang cho yoon jang lim shin seo kwon hwang ahn moon bae baek hong ban roh roo nguyen tran le pham vo vu dang bui ho ngo
duong ly truong dinh trinh lai lam tsai ong goh teo hun thein aung
`

/** Particles inside family names, written small. */
export const particles = `van von der den de del della di da dos das du la le el al bin bint ibn ben abu ter af av zu`
