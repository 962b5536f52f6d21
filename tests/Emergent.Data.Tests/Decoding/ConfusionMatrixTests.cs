using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class ConfusionMatrixTests
{
    [Fact]
    public void Counts_probabilities_and_scores_are_those_of_the_reference()
    {
        var matrix = Golden();
        foreach (var row in GoldenRows.Of("f/confusion.tsv"))
        {
            var c = int.Parse(row[1]);
            var numbers = GoldenRows.Numbers(row, 2);
            var scores = matrix.Scores(c);
            GoldenRows.Near(numbers, row[0].Split('(')[0] switch
            {
                "Sum" => Enumerable.Range(0, 4).Select(p => (double)matrix[c, p]),
                "Prob" => Enumerable.Range(0, 4).Select(p => matrix.Probability(c, p)),
                "TP_FP_FN_TN" => [scores.TruePositives, scores.FalsePositives, scores.FalseNegatives, scores.TrueNegatives],
                "Prec_Recall_F1" => [scores.Precision, scores.Recall, scores.F1],
                "MatrixScores" => [matrix.Scores(ScoreAverage.Micro).F1, matrix.Scores(ScoreAverage.Macro).F1, matrix.Scores(ScoreAverage.Weighted).F1],
                _ => throw new InvalidOperationException(row[0]),
            });
        }
    }

    [Fact]
    public void Scores_agree_with_what_was_added() => Prop.ForAll(Gen.ArrayOf(Gen.Two(Gen.Choose(0, 2)).Select(pair => (pair.Item1, pair.Item2))).ToArbitrary(), ((int Actual, int Predicted)[] cases) =>
    {
        var matrix = new ConfusionMatrix(3);
        foreach (var (actual, predicted) in cases) { matrix.Add(actual, predicted); }
        var scores = Enumerable.Range(0, 3).Select(c => matrix.Scores(c)).ToArray();
        return matrix.Total == cases.Length
            && matrix.Accuracy.Equals((double)cases.Count(x => x.Actual == x.Predicted) / cases.Length)
            && scores.All(s => s.TruePositives + s.FalsePositives + s.FalseNegatives + s.TrueNegatives == cases.Length)
            && scores.Sum(s => s.FalsePositives) == scores.Sum(s => s.FalseNegatives)
            && (cases.Length == 0 || Math.Abs(matrix.Scores(ScoreAverage.Weighted).Recall - matrix.Accuracy) < 1e-12);
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Matrix_comes_back_from_its_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"confusion-{Environment.ProcessId}.tsv");
        try
        {
            var matrix = new ConfusionMatrix("cat", "dog", "a \"bird\"");
            matrix.Add("cat", "dog");
            matrix.Add("a \"bird\"", "a \"bird\"");
            matrix.Save(path);
            var back = ConfusionMatrix.Load(path);
            Assert.Equal(matrix.Classes, back.Classes);
            Assert.Equal((1, 1, 0, 2L), (back[0, 1], back[2, 2], back[0, 0], back.Total));
            File.WriteAllText(path, "$Label\t|Count[1:0]<1:2>\t|Count[1:1]\na\t1\t2\n");
            Assert.Contains("is no confusion matrix: it has 1 rows", Assert.Throws<EmergentException>(() => ConfusionMatrix.Load(path)).Message, StringComparison.Ordinal);
            File.WriteAllText(path, "$Label\t|Count[1:0]<1:1>\na\t-1\n");
            Assert.Contains("is -1; it is a whole number of at least 0", Assert.Throws<EmergentException>(() => ConfusionMatrix.Load(path)).Message, StringComparison.Ordinal);
            File.WriteAllText(path, "$Label\t%X\na\t1\n");
            Assert.Contains("has no column 'Count'", Assert.Throws<EmergentException>(() => ConfusionMatrix.Load(path)).Message, StringComparison.Ordinal);
        }
        finally { File.Delete(path); }
    }

    [Fact]
    public void Tables_have_a_row_for_each_class()
    {
        var matrix = Golden();
        var (counts, scores) = (matrix.ToTable(), matrix.ToScoreTable());
        Assert.Equal([25, 2, 5, 3], counts.Column<int>("Count").Cell(0).ToArray());
        Assert.Equal(5 / 35.0, counts.Column<double>("Probability").Cell(0)[2]);
        Assert.Equal((48.0, 35.0), (scores.Row(2).Get<double>("Cases"), scores.Row(2).Get<double>("TruePositives")));
    }

    [Fact]
    public void Nothing_has_no_scores()
    {
        var matrix = Golden();
        matrix.Reset();
        Assert.Equal(0, matrix.Total);
        Assert.Equal(double.NaN, matrix.Accuracy);
        Assert.Equal((double.NaN, double.NaN, double.NaN), matrix.Scores(ScoreAverage.Macro));
        Assert.Equal(double.NaN, matrix.Scores(1).F1);
        Assert.Equal(0, matrix.Probability(1, 1));
    }

    [Fact]
    public void Classes_that_are_not_there_are_refused()
    {
        var matrix = new ConfusionMatrix("cat", "dog");
        Assert.Contains("There is no class 2; the confusion matrix has 2", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(0, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("no class 'dig'. Did you mean 'dog'?", Assert.Throws<EmergentException>(() => matrix.Add("cat", "dig")).Message, StringComparison.Ordinal);
        Assert.Equal(0, matrix.Total);
        Assert.Contains("'a' of a confusion matrix is there twice", Assert.Throws<EmergentException>(() => new ConfusionMatrix("a", "a")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Scores((ScoreAverage)7));
    }

    private static ConfusionMatrix Golden()
    {
        var matrix = new ConfusionMatrix(4);
        foreach (var row in GoldenData.Table("f/confusion_inputs.tsv")) { matrix.Add(int.Parse(row["class"]), int.Parse(row["resp"])); }
        return matrix;
    }

    [Fact]
    public void F1_lies_between_precision_and_recall_and_exchanging_the_classes_exchanges_these() => Prop.ForAll(Gen.Choose(0, 30).ArrayOf(4).ToArbitrary(), counts =>
    {
        var scores = new ClassScores(counts[0], counts[1], counts[2], counts[3]);
        var exchanged = new ClassScores(counts[0], counts[2], counts[1], counts[3]);
        var (precision, recall) = (scores.Precision, scores.Recall);
        return exchanged.Precision.Equals(recall) && exchanged.F1.Equals(scores.F1) && exchanged.Accuracy.Equals(scores.Accuracy)
            && (counts[0] == 0 || (Math.Abs(scores.F1 - 2 * precision * recall / (precision + recall)) < 1e-12
                && scores.F1 >= Math.Min(precision, recall) - 1e-12 && scores.F1 <= Math.Max(precision, recall) + 1e-12));
    }).Check(GoldenRows.Fixed);
}
