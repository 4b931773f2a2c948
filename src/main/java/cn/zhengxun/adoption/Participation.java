package cn.zhengxun.adoption;

/**
 * One person's year, counted as everywhere: late, withdrawn and out-of-scope suggestions are left out.
 *
 * @param consultations with a suggestion, or with the answer to have none
 * @param submitted suggestions that stand in the latest frozen report
 * @param adopted whole or in part, as far as the outcome was made known
 */
record Participation(int consultations, int suggestions, int submitted, int adopted) {
    public boolean none() {
        return consultations == 0;
    }
}
