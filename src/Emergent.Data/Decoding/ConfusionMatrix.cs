namespace Emergent.Data;

/// <summary>How often each class was taken for each.</summary>
/// <remarks>Rows are what it was, columns what it was taken for. Source: emergent confusion, Matrix.</remarks>
public sealed class ConfusionMatrix
{
    private const string LabelColumn = "Label", CountColumn = "Count", ProbabilityColumn = "Probability";

    private readonly ClassNames _classes;
    private readonly int[] _counts;

    /// <summary>A matrix of so many classes, which go by their numbers.</summary>
    public ConfusionMatrix(int classes) : this(ClassNames.Numbered(classes)) { }

    /// <summary>A matrix of classes with names.</summary>
    /// <exception cref="EmergentException">There is no class, or two have the same name.</exception>
    public ConfusionMatrix(params ReadOnlySpan<string> classes)
    {
        _classes = new("confusion matrix", "class", classes);
        _counts = new int[Shape.Create([_classes.Count, _classes.Count]).Length];
    }

    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> Classes => _classes.All;

    /// <summary>The number of classes.</summary>
    public int ClassCount => _classes.Count;

    /// <summary>How often a class was taken for another, or for itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted] => _counts[Place(actual) * ClassCount + Place(predicted)];

    /// <summary>How many cases there are.</summary>
    public long Total => _counts.Sum(count => (long)count);

    /// <summary>The share of cases that are right; NaN of none.</summary>
    public double Accuracy => (double)Enumerable.Range(0, ClassCount).Sum(c => (long)this[c, c]) / Total;

    /// <summary>Counts one case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int actual, int predicted) => _counts[Place(actual) * ClassCount + Place(predicted)]++;

    /// <summary>Counts one case of classes with names.</summary>
    /// <exception cref="EmergentException">There is no such class.</exception>
    public void Add(string actual, string predicted)
    {
        var (row, column) = (_classes.PlaceOf(actual), _classes.PlaceOf(predicted));
        Add(row, column);
    }

    /// <summary>The share of a class's cases that were taken for another, or itself; 0 where the class never occurred.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Probability(int actual, int predicted)
    {
        var cases = CasesOf(actual);
        return cases > 0 ? (double)this[actual, predicted] / cases : 0;
    }

    /// <summary>The scores of one class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public ClassScores Scores(int index)
    {
        var predicted = Enumerable.Range(0, ClassCount).Sum(c => (long)this[c, index]);
        long right = this[index, index], cases = CasesOf(index);
        return new(right, predicted - right, cases - right, Total - predicted - cases + right);
    }

    /// <summary>The scores of all classes as one; a class without a score, which is NaN, has no part in it.</summary>
    public (double Precision, double Recall, double F1) Scores(ScoreAverage average)
    {
        if (average == ScoreAverage.Micro) { return (Accuracy, Accuracy, Accuracy); }
        if (average is not (ScoreAverage.Macro or ScoreAverage.Weighted)) { throw new ArgumentOutOfRangeException(nameof(average), average, "There is no such average."); }
        return (Mean(scores => scores.Precision), Mean(scores => scores.Recall), Mean(scores => scores.F1));

        double Mean(Func<ClassScores, double> score)
        {
            var (sum, weights) = (0.0, 0.0);
            for (var c = 0; c < ClassCount; c++)
            {
                var value = score(Scores(c));
                if (double.IsNaN(value)) { continue; }
                var weight = average == ScoreAverage.Weighted ? CasesOf(c) : 1;
                sum += weight * value;
                weights += weight;
            }
            return sum / weights;
        }
    }

    /// <summary>Forgets all cases.</summary>
    public void Reset() => Array.Clear(_counts);

    /// <summary>A row for each class that it was: Label, and tensors with Count and Probability of each class that it was taken for.</summary>
    public Table ToTable()
    {
        var table = new Table("Confusion");
        table.AddColumn<string>(LabelColumn);
        table.AddColumn<int>(CountColumn, [ClassCount]);
        table.AddColumn<double>(ProbabilityColumn, [ClassCount]);
        for (var row = 0; row < ClassCount; row++)
        {
            var actual = row;
            table.Add(_classes[actual], _counts[(actual * ClassCount)..((actual + 1) * ClassCount)], Enumerable.Range(0, ClassCount).Select(c => Probability(actual, c)).ToArray());
        }
        return table;
    }

    /// <summary>A row for each class: Label, Cases, TruePositives, FalsePositives, FalseNegatives, TrueNegatives, Accuracy, Precision, Recall, F1.</summary>
    public Table ToScoreTable()
    {
        var table = new Table("Scores");
        table.AddColumn<string>(LabelColumn);
        foreach (var column in (string[])["Cases", "TruePositives", "FalsePositives", "FalseNegatives", "TrueNegatives", "Accuracy", "Precision", "Recall", "F1"])
        {
            table.AddColumn<double>(column);
        }
        for (var c = 0; c < ClassCount; c++)
        {
            var s = Scores(c);
            table.Add(_classes[c], CasesOf(c), s.TruePositives, s.FalsePositives, s.FalseNegatives, s.TrueNegatives, s.Accuracy, s.Precision, s.Recall, s.F1);
        }
        return table;
    }

    /// <summary>Writes <see cref="ToTable"/> to a file, whole or not at all.</summary>
    /// <exception cref="EmergentException">The file cannot be written: what stood there is unchanged.</exception>
    public void Save(string path) => ToTable().Save(path);

    /// <summary>The matrix in a file that <see cref="Save"/> wrote.</summary>
    /// <exception cref="EmergentException">The file is missing or damaged, or is no confusion matrix.</exception>
    public static ConfusionMatrix Load(string path)
    {
        var table = Table.Load(path);
        var labels = table.Column<string>(LabelColumn);
        var counts = table.Column<int>(CountColumn);
        if (counts.CellShape.Rank != 1 || counts.CellShape.Length != table.RowCount || table.RowCount == 0)
        {
            throw new EmergentException($"File '{path}' is no confusion matrix: it has {table.RowCount} rows and cells of shape {counts.CellShape} in column '{CountColumn}', which must be as many as the rows.");
        }
        var matrix = new ConfusionMatrix(labels.Values);
        for (var i = 0; i < matrix._counts.Length; i++)
        {
            if (counts.AllCells.IsNull(i) || counts.AllCells[i] < 0)
            {
                throw new EmergentException($"File '{path}', row {i / matrix.ClassCount}: a count of column '{CountColumn}' is {counts.AllCells.GetText(i) switch { "" => "missing", var text => text }}; it is a whole number of at least 0.");
            }
            matrix._counts[i] = counts.AllCells[i];
        }
        return matrix;
    }

    private long CasesOf(int actual) => Enumerable.Range(0, ClassCount).Sum(c => (long)this[actual, c]);

    private int Place(int c)
    {
        if ((uint)c >= (uint)ClassCount) { throw new ArgumentOutOfRangeException(nameof(c), $"There is no class {c}; the confusion matrix has {ClassCount}, from 0."); }
        return c;
    }
}
